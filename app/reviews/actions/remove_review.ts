import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { ReviewRemoved } from '#reviews/errors'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'
import { moveRatings } from '#reviews/services/ratings'

/** Staff take a review away: it is shown and counted no more, and its author is told why. */
export default class RemoveReview {
  /**
   * @throws NotFound
   * @throws ReviewRemoved the second time
   */
  async execute({ actor, reviewId, reason }: { actor: Actor; reviewId: string; reason: string }) {
    await write(async (trx) => {
      const shown = trx.from('reviews').where({ id: reviewId, status: 'published' })
      const removal = { status: 'removed', removal_reason: reason, updated_at: clock.now() }
      const isRemoved = await changedOne(shown, removal)
      const review: ReviewRow | null = await reviewRows(trx).where('reviews.id', reviewId).first()
      if (!review) throw new NotFound()
      if (!isRemoved) throw new ReviewRemoved()
      await moveRatings(trx, review, { stars: -review.rating, count: -1 })
      await recordAudit(trx, {
        actor,
        action: 'review.removed',
        subject: { type: 'review', id: reviewId },
        personId: review.client_id,
        before: { status: 'published', rating: review.rating, title: review.title },
        after: { status: 'removed' },
        reason,
      })
      await tell(trx, review, reason)
    })
  }
}

async function tell(trx: Transaction, { id, client_id: userId, title }: ReviewRow, reason: string) {
  await addToFeed(trx, {
    userId,
    kind: 'review_removed',
    title: `Your review was removed: ${title}`,
    body: reason,
    subjectId: id,
  })
  const author = await trx.from('users').where({ id: userId }).select('name', 'email').firstOrFail()
  if (!author.email) return
  await queueEmail(trx, {
    userId,
    to: author.email,
    template: 'review_removed',
    data: { name: author.name, title, reason },
  })
}
