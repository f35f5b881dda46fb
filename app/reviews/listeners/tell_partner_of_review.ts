import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { addToFeed } from '#notifications/services/messages'
import { reviewRows } from '#reviews/queries/review_rows'

interface Payload {
  reviewId: string
  partnerId: string
}

/** A partner is told of a review in the feed. */
export default class TellPartnerOfReview extends TransactionalJob<Payload> {
  async run({ reviewId, partnerId }: Payload, trx: Transaction) {
    const review = await reviewRows(trx).where('reviews.id', reviewId).firstOrFail()
    const partner = await trx.from('partners').where({ id: partnerId }).firstOrFail()
    await addToFeed(trx, {
      userId: partner.user_id,
      kind: 'review_published',
      title: `A new review: ${review.rating} of 5 stars`,
      body: `${review.title}\n\n${review.body}`,
      subjectId: reviewId,
    })
  }
}
