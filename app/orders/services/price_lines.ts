import { shippingRatesOf } from '#catalogue/queries/shipping_rates'
import { assertWithinCeiling, priceBasket } from '#carts/services/pricing'
import { categoryTree } from '#categories/queries/category_tree'
import type { Transaction } from '#core/database/write'
import { commissionRules } from '#ledger/queries/commission_rules'
import { commissionBps } from '#ledger/services/commission'
import type { LineFacts, OrderDraft } from '#orders/services/write_order'
import type { CountryRegion } from '#regions/queries/region_of_country'

/** One line of an order that comes from no cart. */
export interface AgreedLine {
  partnerId: string
  quantity: number
  /** minor units of the order's currency */
  unitAmount: number
  /** for the commission; null when nobody can tell */
  categoryId: string | null
  facts: LineFacts
}

/** Prices lines by the same rules as a cart: commission, shipping and tax as of now. */
export async function priceLines(
  trx: Transaction,
  lines: AgreedLine[],
  { currency, region }: { currency: string; region: CountryRegion | null }
): Promise<Pick<OrderDraft, 'pricing' | 'facts'>> {
  const rules = await commissionRules()
  const tree = await categoryTree()
  const partnerIds = [...new Set(lines.map(({ partnerId }) => partnerId))]
  const pricing = priceBasket({
    currency,
    lines: lines.map(({ partnerId, quantity, unitAmount, categoryId, facts }, at) => ({
      lineId: String(at),
      partnerId,
      quantity,
      unitAmount,
      commissionBps: commissionBps(rules, {
        partnerId,
        categoryIds: categoryId ? [categoryId, ...tree.ancestorsOf(categoryId)] : [],
        listingKind: facts.listingId ? facts.kind : null,
      }),
      needsShipping: facts.kind === 'product' || facts.kind === 'event',
    })),
    shippingRates:
      region?.currency === currency ? await shippingRatesOf(trx, partnerIds, region.id) : new Map(),
    taxBps: region?.taxBps ?? 0,
  })
  assertWithinCeiling(pricing)
  return { pricing, facts: new Map(lines.map(({ facts }, at) => [String(at), facts])) }
}
