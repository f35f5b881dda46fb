import env from '#start/env'

/** What can be sold: things, pieces of work, and offers for a limited time. */
export const LISTING_KINDS = ['product', 'package', 'event'] as const
export type ListingKind = (typeof LISTING_KINDS)[number]

/** What the platform keeps of certain sales; null is any. */
export interface CommissionRule {
  name: string
  partnerId: string | null
  /** holds for everything below it, too */
  categoryId: string | null
  listingKind: ListingKind | null
  /** basis points of what the partner sells it for */
  bps: number
}

/** The rules as they were at one moment, in the order in which they are tried. */
export interface CommissionRules {
  version: number
  rules: CommissionRule[]
}

export interface Sale {
  partnerId: string
  /** the line's category and everything above it; none for a line without a listing */
  categoryIds: string[]
  /** null for a line without a listing */
  listingKind: string | null
}

/**
 * What the platform keeps of a sale, in basis points: the first rule that holds decides, and all its
 * conditions must hold. COMMISSION_BPS when none does.
 */
export function commissionBps({ rules }: Pick<CommissionRules, 'rules'>, sale: Sale): number {
  const rule = rules.find(
    ({ partnerId, categoryId, listingKind }) =>
      (partnerId === null || partnerId === sale.partnerId) &&
      (categoryId === null || sale.categoryIds.includes(categoryId)) &&
      (listingKind === null || listingKind === sale.listingKind)
  )
  return rule?.bps ?? env.get('COMMISSION_BPS')
}
