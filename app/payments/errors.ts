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

/** The gateway takes payments inside an app only: no link or QR code can lead to it. */
export class GatewayHasNoPage extends DomainError {
  static status = 409
  static code = 'E_GATEWAY_HAS_NO_PAGE'

  constructor(gateway: string) {
    super(`${gateway} has no page of its own that a link could lead to`, { gateway })
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

/** The client chose a gateway that this installation does not have. */
export class GatewayNotEnabled extends DomainError {
  static status = 422
  static code = 'E_VALIDATION_ERROR'

  constructor(enabled: readonly string[]) {
    super(`The gateway field must be one of ${enabled.join(', ')}`, {
      field: 'gateway',
      rule: 'enabled',
    })
  }
}

/** The order is paid, expired or cancelled. */
export class OrderNotPayable extends DomainError {
  static status = 409
  static code = 'E_ORDER_NOT_PAYABLE'

  constructor(state: string) {
    super(`The order is ${state}: only one that awaits payment can be paid`, { state })
  }
}

/** The payment was made, has failed or was cancelled. */
export class PaymentNotOpen extends DomainError {
  static status = 409
  static code = 'E_PAYMENT_NOT_OPEN'

  constructor(state: string) {
    super(`The payment is ${state}`, { state })
  }
}

/** The link was paid, cancelled or has expired. */
export class LinkNotOpen extends DomainError {
  static status = 409
  static code = 'E_LINK_NOT_OPEN'

  constructor(state: string) {
    super(`The link is ${state}`, { state })
  }
}

/** More messages of gateways at once than this process takes. */
export class TooManyWebhooks extends DomainError {
  static status = 503
  static code = 'E_TOO_MANY_WEBHOOKS'
  static message = 'Too many messages at once; send it again'
  retryAfter = 1
}

/**
 * A listener met news about an object that we do not know (yet): the message is parked, and tried
 * again for three days.
 */
export class GatewayObjectUnknown extends DomainError {
  static status = 404
  static code = 'E_GATEWAY_OBJECT_UNKNOWN'

  constructor(gateway: string, objectId: string) {
    super(`We know nothing of ${gateway}'s ${objectId}`, { gateway })
  }
}
