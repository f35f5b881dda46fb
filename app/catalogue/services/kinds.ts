import { ID_PREFIXES } from '#core/support/ids'
import { LISTING_KINDS, type ListingKind } from '#ledger/services/commission'

export { LISTING_KINDS, type ListingKind }

export const LISTING_STATUSES = ['draft', 'active', 'inactive'] as const
export type ListingStatus = (typeof LISTING_STATUSES)[number]

export const BILLING_INTERVALS = ['month', 'year'] as const
export type BillingInterval = (typeof BILLING_INTERVALS)[number]

/** The ids of listings have the prefix of their kind. */
const KIND_OF_PREFIX = new Map<string, ListingKind>(
  LISTING_KINDS.map((kind) => [ID_PREFIXES[kind], kind])
)

/** An id of any kind of listing: routes about all of them match their parameter with it. */
export const LISTING_ID = new RegExp(
  `^(?:${[...KIND_OF_PREFIX.keys()].join('|')})_[0-7][0-9a-hjkmnp-tv-z]{25}$`
)

/** The kind that an id says; undefined for the id of anything else. */
export function kindOfId(id: string): ListingKind | undefined {
  return KIND_OF_PREFIX.get(id.slice(0, 3))
}
