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

/** Goods have to go somewhere. */
export class AddressMissing extends DomainError {
  static status = 409
  static code = 'E_ADDRESS_MISSING'
  static message = 'Say where the goods go: put an address into your address book'
}

/** The address is in a country that no region serves. */
export class NotSoldThere extends DomainError {
  static status = 409
  static code = 'E_NOT_SOLD_THERE'

  constructor(country: string) {
    super('Nothing is sold to the country of this address', { country })
  }
}

/** Work is handed in for a part that has no package in it, only goods. */
export class NothingToHandIn extends DomainError {
  static status = 409
  static code = 'E_ORDER_WITHOUT_PACKAGE'
  static message = 'There is no package in this order: ship it instead'
}

/** A round of work is answered a second time. */
export class SubmissionAnswered extends DomainError {
  static status = 409
  static code = 'E_SUBMISSION_ANSWERED'

  constructor(state: string) {
    super(`This submission was ${state} before`, { state })
  }
}

/** A client asks for more rounds than were bought. */
export class RevisionsUsedUp extends DomainError {
  static status = 409
  static code = 'E_REVISIONS_USED_UP'

  constructor(allowed: number) {
    super(`The package has ${allowed} revision(s), and they are used up`, { allowed })
  }
}

/** Staff put something into an order that is not sold, or not in that currency. */
export class NotForSale extends DomainError {
  static status = 409
  static code = 'E_NOT_FOR_SALE'

  constructor(variantIds: string[], currency: string) {
    super(`Some of it is not for sale in ${currency} now`, { variantIds, currency })
  }
}

/** There is no invoice of what nobody has paid. */
export class OrderNotPaid extends DomainError {
  static status = 409
  static code = 'E_ORDER_NOT_PAID'

  constructor(state: string) {
    super('An order has an invoice once it is paid', { state })
  }
}

/** The order is paid, and its invoice is being written; Retry-After says when to come again. */
export class InvoiceNotReady extends DomainError {
  static status = 409
  static code = 'E_INVOICE_NOT_READY'
  static message = 'The invoice is being written: try again in a moment'
  retryAfter = 2
}
