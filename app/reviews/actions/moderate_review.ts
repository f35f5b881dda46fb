import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { ReviewInOtherState } from '#reviews/errors'
import { reviewRows, type ReviewRow, type ReviewStatus } from '#reviews/queries/review_rows'
import { moveRatings } from '#reviews/services/ratings'

/** What staff may decide of a review, from which states, and what becomes of it. */
const DECISIONS = {
  /** it stays; those who reported it were heard */
  approve: { from: ['published'], to: 'published', done: 'approved' },
  /** not shown and not counted for now */
  hide: { from: ['published'], to: 'hidden', done: 'hidden' },
  /** shown and counted again */
  restore: { from: ['hidden', 'removed'], to: 'published', done: 'restored' },
  /** taken away for good */
  remove: { from: ['published', 'hidden'], to: 'removed', done: 'removed' },
} as const satisfies Record<string, { from: ReviewStatus[]; to: ReviewStatus; done: string }>

export type ReviewDecision = keyof typeof DECISIONS

export interface Moderation {
  actor: Actor
  reviewId: string
  decision: ReviewDecision
  /** its author is told; needed to hide and to remove */
  reason?: string
}

/** Staff decide about a review; its author is told what becomes of it and why. */
export default class ModerateReview {
  /**
   * @throws NotFound
   * @throws InvalidField when it is taken from view without a reason
   * @throws ReviewInOtherState when the decision does not fit the state of the review
   */
  async execute({ actor, reviewId, decision, reason }: Moderation): Promise<ReviewRow> {
    const { from, to, done } = DECISIONS[decision]
    if (to !== 'published' && !reason)
      throw new InvalidField('reason', 'required', 'Say why: its author is told')
    return write(async (trx) => {
      // the lock keeps other decisions, edits and reports away while the ratings follow
      const before = await trx.from('reviews').where({ id: reviewId }).forUpdate().first()
      if (!before) throw new NotFound()
      const fitting = trx
        .from('reviews')
        .where({ id: reviewId })
        .whereIn('status', [...from])
      const isDone = await changedOne(fitting, {
        status: to,
        removal_reason: to === 'published' ? null : reason,
        ...(to === 'published' ? { open_reports: 0 } : {}),
        updated_at: clock.now(),
      })
      if (!isDone) throw new ReviewInOtherState(before.status)
      const counted = Number(to === 'published') - Number(before.status === 'published')
      await moveRatings(trx, before, { stars: counted * before.rating, count: counted })
      await recordAudit(trx, {
        actor,
        action: `review.${done}`,
        subject: { type: 'review', id: reviewId },
        personId: before.client_id,
        before: { status: before.status, rating: before.rating, title: before.title },
        after: { status: to },
        reason,
      })
      const review: ReviewRow = await reviewRows(trx).where('reviews.id', reviewId).firstOrFail()
      if (before.status !== to) await tellAuthor(trx, review, done, reason)
      return review
    })
  }
}

async function tellAuthor(
  trx: Transaction,
  { id, client_id: userId, title }: ReviewRow,
  done: 'hidden' | 'restored' | 'removed' | 'approved',
  reason = ''
) {
  await addToFeed(trx, {
    userId,
    kind: `review_${done}`,
    title: `Your review was ${done}: ${title}`,
    body: reason,
    subjectId: id,
  })
  const author = await trx.from('users').where({ id: userId }).select('name', 'email').firstOrFail()
  if (!author.email) return
  await queueEmail(trx, {
    userId,
    to: author.email,
    template: 'review_moderated',
    data: { name: author.name, title, done, reason },
  })
}
