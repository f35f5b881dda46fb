/*
 * The refusals of app/orders.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** A part is asked to go where its status does not lead. */
export class PartNotMovable extends DomainError {
  static status = 409
  static code = 'E_ORDER_NOT_MOVABLE'

  constructor(state: string, to: string) {
    super(`The order is ${state}: it cannot become ${to}`, { state })
  }
}

/** An order is cancelled that has shipped, ended, or was cancelled before. */
export class OrderNotCancellable extends DomainError {
  static status = 409
  static code = 'E_ORDER_NOT_CANCELLABLE'

  constructor(state: string) {
    super(`The order is ${state}: it cannot be cancelled any more`, { state })
  }
}

/** A client has as many unpaid orders as one may; each keeps stock from others. */
export class TooManyUnpaidOrders extends DomainError {
  static status = 409
  static code = 'E_TOO_MANY_UNPAID_ORDERS'
  static message = 'Pay or cancel your unpaid orders first'
}
