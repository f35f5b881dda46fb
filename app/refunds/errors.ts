/*
 * The refusals of app/refunds.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** More is asked for than is left of the payment, the part or the line. */
export class RefundTooLarge extends DomainError {
  static status = 409
  static code = 'E_REFUND_TOO_LARGE'

  /** @param left minor units; quantities for lines */
  constructor(left: number) {
    super('That is more than is left to refund', { left })
  }
}

/** The order was never paid, or all of it went back. */
export class NothingToRefund extends DomainError {
  static status = 409
  static code = 'E_NOTHING_TO_REFUND'
  static message = 'Nothing is left that could be refunded'
}

/** The payment paid an order: its refund is the order's, with the shares of its partners. */
export class RefundTheOrder extends DomainError {
  static status = 409
  static code = 'E_REFUND_THE_ORDER'

  constructor(orderId: string) {
    super('This payment paid an order: refund the order', { orderId })
  }
}

/** Only a refund that failed is made again; how another one stands is asked of the gateway. */
export class RefundNotFailed extends DomainError {
  static status = 409
  static code = 'E_REFUND_NOT_FAILED'

  constructor(state: string) {
    super(`The refund is ${state}`, { state })
  }
}

/** The refund was made again before. */
export class RefundRetried extends DomainError {
  static status = 409
  static code = 'E_REFUND_RETRIED'

  constructor(refundId: string) {
    super('The refund was made again before', { refundId })
  }
}

/**
 * The gateway refused it after an attempt whose answer was lost. Whoever has looked there and found
 * nothing makes a new refund.
 */
export class RefundInDoubt extends DomainError {
  static status = 409
  static code = 'E_REFUND_IN_DOUBT'
  static message = 'An answer of the gateway was lost: look there first whether it was made'
}

/** The part has an open request already. */
export class RefundRequestOpen extends DomainError {
  static status = 409
  static code = 'E_REFUND_REQUEST_OPEN'
  static message = 'There is an open request for this part of the order'
}

/** The request was answered before. */
export class RefundRequestNotOpen extends DomainError {
  static status = 409
  static code = 'E_REFUND_REQUEST_NOT_OPEN'

  constructor(state: string) {
    super(`The request is ${state}`, { state })
  }
}

/** The part has an open dispute already. */
export class DisputeOpen extends DomainError {
  static status = 409
  static code = 'E_DISPUTE_OPEN'
  static message = 'There is an open dispute about this part of the order'
}

/** The dispute was resolved before. */
export class DisputeNotOpen extends DomainError {
  static status = 409
  static code = 'E_DISPUTE_NOT_OPEN'

  constructor(state: string) {
    super(`The dispute is ${state}`, { state })
  }
}

/** A charge-back: the client's bank decides it, at the gateway. */
export class DecidedByBank extends DomainError {
  static status = 409
  static code = 'E_DECIDED_BY_BANK'
  static message = "The client's bank decides this dispute"
}

/** What a gateway tells of a refund is not what was asked of it: for people to look at. */
export class RefundMismatch extends Error {}

/** A charge-back in another currency than the payment's: for people to look at. */
export class DisputeMismatch extends Error {}
