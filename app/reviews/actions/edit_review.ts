import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { ReviewNotEditable } from '#reviews/errors'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'
import { moveRatings } from '#reviews/services/ratings'

export interface ReviewChange {
  actor: Actor
  reviewId: string
  rating?: number
  title?: string
  body?: string
}

/** A client changes an own review while the time for it lasts; what is not given stays. */
export default class EditReview {
  /**
   * @throws NotFound for somebody else's
   * @throws ReviewNotEditable when it was removed, or the time is over
   */
  async execute({ actor, reviewId, ...change }: ReviewChange): Promise<ReviewRow> {
    return write(async (trx) => {
      const own = { id: reviewId, client_id: actor.id }
      const before = await trx.from('reviews').where(own).forUpdate().first()
      if (!before) throw new NotFound()
      const now = clock.now()
      const editable = trx
        .from('reviews')
        .where({ ...own, status: 'published' })
        .where('editable_until', '>', now)
      if (!(await changedOne(editable, { ...change, updated_at: now })))
        throw new ReviewNotEditable(before.status)
      const stars = (change.rating ?? before.rating) - before.rating
      await moveRatings(trx, before, { stars, count: 0 })
      return reviewRows(trx).where('reviews.id', reviewId).firstOrFail()
    })
  }
}
