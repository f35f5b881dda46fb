import type { Transaction } from '#core/database/write'
import { ratingScore } from '#partners/services/merit'
import { refreshReach } from '#partners/services/reach'

/** What a review adds to the ratings, or takes away. */
export interface RatingChange {
  stars: number
  /** 1 for a new review, -1 for one that goes, 0 for one that changes */
  count: number
}

interface Rated {
  partner_id: string
  listing_id: string | null
}

/**
 * Moves the ratings of a review's partner and listing, in the transaction of the review. The sums
 * move by what changed, so reviews that come at once are all counted; what is sorted and matched by
 * follows while the rows are locked.
 */
export async function moveRatings(trx: Transaction, review: Rated, change: RatingChange) {
  if (change.stars === 0 && change.count === 0) return
  await move(trx, 'partners', review.partner_id, change)
  if (review.listing_id) await move(trx, 'listings', review.listing_id, change)
  await refreshReach(trx, [review.partner_id])
}

async function move(
  trx: Transaction,
  table: 'partners' | 'listings',
  id: string,
  { stars, count }: RatingChange
) {
  await trx
    .from(table)
    .where({ id })
    .update({
      rating_sum: trx.raw('rating_sum + ?', [stars]),
      rating_count: trx.raw('rating_count + ?', [count]),
    })
  const rated = await trx.from(table).where({ id }).select('rating_sum', 'rating_count').first()
  if (!rated) return // a listing that was never ordered again may be gone; its partner is not
  const score = ratingScore(Number(rated.rating_sum), Number(rated.rating_count))
  await trx.from(table).where({ id }).update({ rating_score: score })
}
