/*
 * The refusals of app/reviews.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The line is not delivered (yet, or any more): only what one has got can be reviewed. */
export class LineNotDelivered extends DomainError {
  static status = 409
  static code = 'E_LINE_NOT_DELIVERED'

  constructor(state: string) {
    super(`The order is ${state}: what was delivered can be reviewed`, { state })
  }
}

/** The line has its review already, or had one that was removed. */
export class LineReviewed extends DomainError {
  static status = 409
  static code = 'E_LINE_REVIEWED'
  static message = 'This line has been reviewed already'
}

/** The time for changes is over, or the review was removed; `state` says which. */
export class ReviewNotEditable extends DomainError {
  static status = 409
  static code = 'E_REVIEW_NOT_EDITABLE'

  constructor(state: 'published' | 'removed') {
    super(
      state === 'removed' ? 'The review was removed' : 'The time for changing the review is over',
      { state }
    )
  }
}

/** The same account has reported the review before. */
export class ReviewReported extends DomainError {
  static status = 409
  static code = 'E_REVIEW_REPORTED'
  static message = 'You have reported this review already'
}

/** Somebody of staff has removed the review before. */
export class ReviewRemoved extends DomainError {
  static status = 409
  static code = 'E_REVIEW_REMOVED'
  static message = 'The review was removed already'
}
