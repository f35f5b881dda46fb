import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ReviewRow } from '#reviews/queries/review_rows'
import { reviewFacts } from '#reviews/transformers/review_transformer'

/** A review as its author sees it. */
export default class OwnReviewTransformer extends BaseTransformer<ReviewRow> {
  toObject() {
    const { order_line_id: orderLineId, status, editable_until: until } = this.resource
    return { ...reviewFacts(this.resource), orderLineId, status, editableUntil: toIso(until) }
  }
}
