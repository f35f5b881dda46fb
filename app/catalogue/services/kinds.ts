import { ID_PREFIXES } from '#core/support/ids'
import { LISTING_KINDS, type ListingKind } from '#ledger/services/commission'

export { LISTING_KINDS, type ListingKind }

export const LISTING_STATUSES = ['draft', 'active', 'inactive'] as const
export type ListingStatus = (typeof LISTING_STATUSES)[number]

export const BILLING_INTERVALS = ['month', 'year'] as const
export type BillingInterval = (typeof BILLING_INTERVALS)[number]

/** An id of any kind of listing: routes about all of them match their parameter with it. */
export const LISTING_ID = new RegExp(
  `^(?:${LISTING_KINDS.map((kind) => ID_PREFIXES[kind]).join('|')})_[0-7][0-9a-hjkmnp-tv-z]{25}$`
)
