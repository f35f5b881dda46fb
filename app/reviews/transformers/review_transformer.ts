import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ReviewRow } from '#reviews/queries/review_rows'

/** A review as everybody sees it: of its author only the first name. */
export default class ReviewTransformer extends BaseTransformer<ReviewRow> {
  toObject() {
    const { client_name: name } = this.resource
    return { ...reviewFacts(this.resource), author: { firstName: name.trim().split(/\s+/)[0] } }
  }
}

/** What everybody who may see a review sees of it. */
export function reviewFacts(review: ReviewRow) {
  const { id, rating, title, body } = review
  return {
    id,
    rating,
    title,
    body,
    listing: review.listing_id ? { id: review.listing_id, title: review.listing_title } : null,
    partner: { id: review.partner_id, businessName: review.business_name, slug: review.slug },
    reply:
      review.reply === null ? null : { text: review.reply, repliedAt: toIso(review.replied_at) },
    createdAt: toIso(review.created_at),
    updatedAt: toIso(review.updated_at),
  }
}
