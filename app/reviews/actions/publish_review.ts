import env from '#start/env'
import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { LineNotDelivered, LineReviewed } from '#reviews/errors'
import ReviewPublished from '#reviews/events/review_published'
import { DELIVERED, lineOfClient } from '#reviews/queries/delivered_line'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'
import { moveRatings } from '#reviews/services/ratings'

export interface NewReview {
  actor: Actor
  orderLineId: string
  /** 1 to 5 stars */
  rating: number
  title: string
  body: string
}

/** A client reviews a line of an own order that was delivered; each line once. */
export default class PublishReview {
  /**
   * @throws NotFound for somebody else's line
   * @throws LineNotDelivered
   * @throws LineReviewed when the line has or had a review
   */
  async execute({ actor, orderLineId, rating, title, body }: NewReview): Promise<ReviewRow> {
    return write(async (trx) => {
      const line = await lineOfClient(trx, actor.id, orderLineId)
      if (!line) throw new NotFound()
      if (!DELIVERED.includes(line.status)) throw new LineNotDelivered(line.status)
      const now = clock.now()
      const review = {
        id: newId('review'),
        order_line_id: orderLineId,
        listing_id: line.listing_id,
        partner_id: line.partner_id,
        client_id: actor.id,
        rating,
        title,
        body,
        status: 'published',
        editable_until: now + env.get('REVIEW_EDIT_DAYS') * DAY,
        created_at: now,
        updated_at: now,
      }
      // before the row: its foreign key would share the partner's lock with others who want it whole
      await moveRatings(trx, review, { stars: rating, count: 1 })
      if (!(await insertedOnce(trx, 'reviews', review))) throw new LineReviewed()
      await outbox.record(trx, new ReviewPublished(review.id, line.partner_id))
      return reviewRows(trx).where('reviews.id', review.id).firstOrFail()
    })
  }
}
