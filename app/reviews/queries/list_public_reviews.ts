import db from '@adonisjs/lucid/services/db'
import type { ListingKind } from '#catalogue/services/kinds'
import { NotFound } from '#core/errors'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'
import { discoverable } from '#partners/queries/discover_partners'
import { ratingOf } from '#partners/services/public_facts'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'

export interface PublicReviewsRequest extends PageRequest {
  /** newest first, or the most stars first */
  sort: 'newest' | 'rating'
}

export interface RatedPage extends Page<ReviewRow> {
  rating: ReturnType<typeof ratingOf>
}

const NEWEST: SortKey<ReviewRow> = {
  column: 'reviews.id',
  direction: 'desc',
  valueOf: (row) => row.id,
}
const STARS: SortKey<ReviewRow> = {
  column: 'reviews.rating',
  direction: 'desc',
  valueOf: (row) => row.rating,
}

/** The reviews of a listing or a partner that anybody may see; two queries. */
export default class ListPublicReviews {
  /** @throws NotFound for a listing that is not on offer, or none of this kind */
  async ofListing(
    kind: ListingKind,
    id: string,
    request: PublicReviewsRequest
  ): Promise<RatedPage> {
    const listing = db.from('listings').where({ id, kind, is_public: true })
    return this.#page(await listing.first(), 'listing_id', request)
  }

  /** @throws NotFound for a partner who is not approved, or whose account is closed */
  async ofPartner(partnerId: string, request: PublicReviewsRequest): Promise<RatedPage> {
    const { query } = await discoverable({})
    return this.#page(await query.where('partners.id', partnerId).first(), 'partner_id', request)
  }

  async #page(
    rated: { id: string; rating_sum: number; rating_count: number } | null,
    column: 'listing_id' | 'partner_id',
    { sort, ...request }: PublicReviewsRequest
  ): Promise<RatedPage> {
    if (!rated) throw new NotFound()
    const query = reviewRows(db)
      .where(`reviews.${column}`, rated.id)
      .where('reviews.status', 'published')
    const keys = sort === 'rating' ? [STARS, NEWEST] : [NEWEST]
    const page = await keysetPage<ReviewRow>(query, request, keys)
    const rating = ratingOf({
      ratingSum: Number(rated.rating_sum),
      ratingCount: Number(rated.rating_count),
    })
    return { ...page, rating }
  }
}
