/*
 * The refusals of app/reviews.
 */
import { DomainError } from '#core/exceptions/domain_error'
import type { ReviewStatus } from '#reviews/queries/review_rows'

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

/** The time for changes is over, or staff took the review from view; `state` says which. */
export class ReviewNotEditable extends DomainError {
  static status = 409
  static code = 'E_REVIEW_NOT_EDITABLE'

  constructor(state: ReviewStatus) {
    super(
      state === 'published'
        ? 'The time for changing the review is over'
        : `The review was ${state} by staff`,
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

/** What was decided does not fit the state of the review, e.g. because it was removed already. */
export class ReviewInOtherState extends DomainError {
  static status = 409
  static code = 'E_REVIEW_STATE'

  constructor(state: ReviewStatus) {
    super(`The review is ${state} already: this cannot be decided of it`, { state })
  }
}
