import type { Actor } from '#core/actor'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { ReviewReported } from '#reviews/errors'

export const REPORT_REASONS = ['spam', 'offensive', 'fake', 'private_data', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export interface ReportInput {
  actor: Actor
  reviewId: string
  reason: ReportReason
  note?: string
}

/** Somebody asks staff to look at a review; each account once. */
export default class ReportReview {
  /**
   * @throws NotFound for a review that is not public (any more)
   * @throws ReviewReported the second time
   */
  async execute({ actor, reviewId, reason, note }: ReportInput) {
    await write(async (trx) => {
      const shown = trx.from('reviews').where({ id: reviewId, status: 'published' })
      if (!(await changedOne(shown, { open_reports: trx.raw('open_reports + 1') })))
        throw new NotFound()
      const report = {
        review_id: reviewId,
        user_id: actor.id,
        reason,
        note: note ?? null,
        created_at: clock.now(),
      }
      if (!(await insertedOnce(trx, 'review_reports', report))) throw new ReviewReported()
    })
  }
}
