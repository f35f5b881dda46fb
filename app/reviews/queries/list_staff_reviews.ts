import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { reviewRows, type ReviewRow, type ReviewStatus } from '#reviews/queries/review_rows'

export interface StaffReviewFilters {
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
  async execute(
    request: PageRequest,
    { status = 'published', reported, rating, partnerId, ...listing }: StaffReviewFilters
  ): Promise<Page<ReviewRow>> {
    const query = reviewRows(db).where('reviews.status', status)
    if (reported) query.where('reviews.open_reports', '>', 0)
    if (rating) query.where('reviews.rating', rating)
    if (partnerId) query.where('reviews.partner_id', partnerId)
    for (const listingId of [listing.productId, listing.listingId])
      if (listingId) query.where('reviews.listing_id', listingId)
    return keysetPage<ReviewRow>(query, request, [
      {
        column: 'reviews.open_reports',
        direction: 'desc',
        valueOf: (row) => row.open_reports,
      },
      { column: 'reviews.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}
