import db from '@adonisjs/lucid/services/db'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { reviewRows, type ReviewRow, type ReviewStatus } from '#reviews/queries/review_rows'

/** Written in the window. */
export interface StaffReviewFilters extends Window {
  /** published unless told otherwise */
  status?: ReviewStatus
  /** only those that somebody reported */
  reported?: boolean
  rating?: number
  partnerId?: string
  productId?: string
  /** of any kind */
  listingId?: string
}

/** Reviews for moderation: the most reported first, then the newest. One query. */
export default class ListStaffReviews {
  execute(request: PageRequest, filters: StaffReviewFilters): Promise<Page<ReviewRow>> {
    return keysetPage<ReviewRow>(staffReviews(filters), request, [
      {
        column: 'reviews.open_reports',
        direction: 'desc',
        valueOf: (row) => row.open_reports,
      },
      { column: 'reviews.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}

/** Reviews by any filters. */
export function staffReviews(filters: StaffReviewFilters) {
  const { status = 'published', reported, rating, partnerId, productId, listingId } = filters
  const query = reviewRows(db).where('reviews.status', status)
  if (reported) query.where('reviews.open_reports', '>', 0)
  if (rating) query.where('reviews.rating', rating)
  if (partnerId) query.where('reviews.partner_id', partnerId)
  for (const listing of [productId, listingId])
    if (listing) query.where('reviews.listing_id', listing)
  whereMadeWithin(query, 'review', filters, 'reviews')
  return query
}
