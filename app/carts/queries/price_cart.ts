import db from '@adonisjs/lucid/services/db'
import { shippingRatesOf } from '#catalogue/queries/shipping_rates'
import { categoryTree } from '#categories/queries/category_tree'
import { marksFor, rowsOf } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'
import { CouponNotUsable, type Unusable } from '#coupons/errors'
import { usableCoupon, type UsableCoupon } from '#coupons/queries/find_usable_coupon'
import { readBasket, type BasketItem } from '#carts/queries/read_basket'
import { changesOf, isUnpriced, type CartChange } from '#carts/services/changes'
import { priceBasket, type PricedBasket } from '#carts/services/pricing'
import { commissionRules } from '#ledger/queries/commission_rules'
import { commissionBps } from '#ledger/services/commission'
import type { CountryRegion } from '#regions/queries/region_of_country'

export interface PricedCart {
  items: BasketItem[]
  /** the items that can be bought, with what they cost and whose it is */
  pricing: PricedBasket
  coupon: UsableCoupon | null
  /** why the cart's coupon takes nothing off */
  couponRefusal: Unusable | null
  /** what is different from what the client saw last, or cannot be bought */
  changes: CartChange[]
}

/**
 * What a cart costs now: prices, stock, shipping, tax and commissions as the database has them. A
 * fixed number of queries. Works inside a transaction too.
 */
export default class PriceCart {
  async execute(
    cart: { id: string; coupon_id: string | null; client_id: string },
    region: CountryRegion | null
  ): Promise<PricedCart> {
    const client = currentTransaction() ?? db.connection()
    const items = await readBasket(client, cart.id)
    const currency = currencyOf(items, region)
    const changes = changesOf(items, currency, await restrictionsOf(region, items))
    const unpriced = new Set(changes.filter(isUnpriced).map(({ itemId }) => itemId))
    const sellable = items.filter(({ itemId }) => !unpriced.has(itemId))
    const { coupon, refusal } = await couponOf(cart, currency)
    const rules = await commissionRules()
    const tree = await categoryTree()
    const partnerIds = [...new Set(sellable.map(({ partnerId }) => partnerId))]
    const pricing = priceBasket({
      currency,
      lines: sellable.map((item) => ({
        lineId: item.itemId,
        partnerId: item.partnerId,
        quantity: item.quantity,
        unitAmount: item.prices.get(currency)!,
        commissionBps: commissionBps(rules, {
          partnerId: item.partnerId,
          categoryIds: [item.categoryId, ...tree.ancestorsOf(item.categoryId)],
          listingKind: item.kind,
        }),
        needsShipping: item.kind !== 'package',
      })),
      coupon: coupon ?? undefined,
      shippingRates:
        region?.currency === currency
          ? await shippingRatesOf(client, partnerIds, region.id)
          : new Map(),
      taxBps: region?.taxBps ?? 0,
    })
    return {
      items,
      pricing,
      coupon,
      couponRefusal: refusal ?? pricing.couponRefusal ?? null,
      changes,
    }
  }
}

/**
 * A cart has one currency: the region's if everything is sold in it, else the first (by name) that
 * everything is sold in, else the region's, and what has no price in it cannot be bought.
 */
function currencyOf(items: BasketItem[], region: CountryRegion | null): string {
  const offered = items.filter(({ isOnOffer, prices }) => isOnOffer && prices.size > 0)
  const all = new Set(offered.flatMap(({ prices }) => [...prices.keys()]))
  const shared = [...all].filter((code) => offered.every(({ prices }) => prices.has(code))).sort()
  if (region && (shared.includes(region.currency) || offered.length === 0)) return region.currency
  return shared[0] ?? region?.currency ?? [...all].sort()[0] ?? 'USD'
}

/** Ids of products and categories of these items that are not sold in the region. */
async function restrictionsOf(
  region: CountryRegion | null,
  items: BasketItem[]
): Promise<Set<string>> {
  if (!region || items.length === 0) return new Set()
  const tree = await categoryTree()
  const ids = items.flatMap(({ listingId, categoryId }) => [
    listingId,
    categoryId,
    ...tree.ancestorsOf(categoryId),
  ])
  const targets = [...new Set(ids)]
  const rows = await rowsOf(
    currentTransaction() ?? db,
    `SELECT target_id FROM region_restrictions
       WHERE region_id = ? AND target_id IN (${marksFor(targets)})`,
    region.id,
    ...targets
  )
  const restricted = new Set(rows.map((row) => row.target_id as string))
  return new Set(
    items
      .filter(({ listingId, categoryId }) =>
        [listingId, categoryId, ...tree.ancestorsOf(categoryId)].some((id) => restricted.has(id))
      )
      .map(({ itemId }) => itemId)
  )
}

/** The coupon that the cart remembers, or why it does not do any more. */
async function couponOf(
  { coupon_id: couponId, client_id: clientId }: { coupon_id: string | null; client_id: string },
  currency: string
): Promise<{ coupon: UsableCoupon | null; refusal: Unusable | null }> {
  if (!couponId) return { coupon: null, refusal: null }
  const client = currentTransaction() ?? db
  try {
    return { coupon: await usableCoupon(client, couponId, { clientId, currency }), refusal: null }
  } catch (error) {
    if (!(error instanceof CouponNotUsable)) throw error
    return { coupon: null, refusal: error.details.state as Unusable }
  }
}
