import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ReviewRow } from '#reviews/queries/review_rows'
import { reviewFacts } from '#reviews/transformers/review_transformer'

/** A review as staff see it. */
export default class StaffReviewTransformer extends BaseTransformer<ReviewRow> {
  toObject() {
    return staffReviewFacts(this.resource)
  }
}

/** What staff see of a review in the queue and alone. */
export function staffReviewFacts(review: ReviewRow) {
  return {
    ...reviewFacts(review),
    status: review.status,
    openReports: review.open_reports,
    orderLineId: review.order_line_id,
    author: { id: review.client_id, name: review.client_name },
    removalReason: review.removal_reason,
  }
}
