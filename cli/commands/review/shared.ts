import type { Column } from '../../output/columns.ts'

/** What staff need to moderate reviews. */
export const PERMISSION = 'reviews.moderate'

export const reviewColumns: Column[] = [
  { key: 'id', title: 'review', id: true },
  { key: 'rating', title: 'stars' },
  { key: 'title' },
  { key: 'openReports', title: 'reports' },
  { key: 'partner.businessName', title: 'partner' },
  { key: 'listing.title', title: 'listing' },
  { key: 'author.name', title: 'author' },
  { key: 'createdAt', title: 'created' },
  { key: 'status', wide: true },
  { key: 'body', wide: true },
]

export const moreFields = ['reply', 'orderLineId', 'removalReason', 'updatedAt']
