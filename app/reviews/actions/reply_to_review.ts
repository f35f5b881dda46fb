import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { addToFeed } from '#notifications/services/messages'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'

/** The partner's public answer to a review: one, which may be changed. */
export default class ReplyToReview {
  constructor(private getOwnPartner = new GetOwnPartner()) {}

  /** @throws NotFound for a review of somebody else, or one that was removed */
  async execute({ actor, reviewId, reply }: { actor: Actor; reviewId: string; reply: string }) {
    return write(async (trx): Promise<ReviewRow> => {
      const { id: partnerId } = await this.getOwnPartner.execute(actor)
      const own = { id: reviewId, partner_id: partnerId, status: 'published' }
      const answer = { reply, replied_at: clock.now() }
      const isFirst = await changedOne(trx.from('reviews').where(own).whereNull('reply'), answer)
      if (!isFirst && !(await changedOne(trx.from('reviews').where(own), answer)))
        throw new NotFound()
      const review = await reviewRows(trx).where('reviews.id', reviewId).firstOrFail()
      if (isFirst)
        await addToFeed(trx, {
          userId: review.client_id,
          kind: 'review_replied',
          title: `${review.business_name} replied to your review`,
          body: reply,
          subjectId: reviewId,
        })
      return review
    })
  }
}
