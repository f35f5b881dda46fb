/*
 * The refusals of app/payments.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The gateway said no: nothing has happened there. */
export class GatewayRefused extends DomainError {
  static status = 409
  static code = 'E_GATEWAY_REFUSED'

  constructor(gateway: string, why: string) {
    super(`${gateway} refused: ${why}`, { gateway })
  }
}

/** The gateway gave no readable answer: it may have happened, and will be asked again. */
export class GatewayUnavailable extends DomainError {
  static status = 503
  static code = 'E_GATEWAY_UNAVAILABLE'

  constructor(gateway: string, why: string) {
    super(`${gateway} does not answer: ${why}`, { gateway })
    this.retryAfter = 30
  }
}

/** A web hook whose signature is missing, wrong or too old. */
export class InvalidSignature extends DomainError {
  static status = 400
  static code = 'E_INVALID_SIGNATURE'
  static message = 'The signature of this message is not valid'
}
