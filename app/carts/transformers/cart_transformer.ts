import { BaseTransformer } from '@adonisjs/core/transformers'
import type { CartAnswer } from '#carts/queries/get_cart'
import type { BasketItem } from '#carts/queries/read_basket'
import type { PricedLine, PricedPart } from '#carts/services/pricing'
import { money } from '#core/support/money'

/** A cart by partner, with what it costs now and what is different from what the client saw. */
export default class CartTransformer extends BaseTransformer<CartAnswer> {
  toObject() {
    const { items, pricing, region, coupon, couponRefusal, changes } = this.resource
    const { currency } = pricing
    const partnerIds = [...new Set(items.map(({ partnerId }) => partnerId))]
    return {
      currency,
      region: region ? { id: region.id, name: region.name } : null,
      groups: partnerIds.map((partnerId) =>
        groupOf(
          items.filter((item) => item.partnerId === partnerId),
          pricing.parts.find((part) => part.partnerId === partnerId),
          currency
        )
      ),
      coupon: coupon ? { code: coupon.code, refusal: couponRefusal } : null,
      totals: totalsOf(pricing, currency),
      // what is bought is what the database says: this is what to show the client first
      changes: changes.map(({ itemId, kind, ...change }) => ({
        itemId,
        kind,
        was: 'was' in change ? change.was : null,
        is: 'is' in change ? change.is : null,
        available: 'available' in change ? change.available : null,
      })),
    }
  }
}

function groupOf(items: BasketItem[], part: PricedPart | undefined, currency: string) {
  const { partnerId, partnerName, partnerSlug } = items[0]
  return {
    partner: { id: partnerId, businessName: partnerName, slug: partnerSlug },
    lines: items.map((item) =>
      lineOf(
        item,
        part?.lines.find(({ lineId }) => lineId === item.itemId),
        currency
      )
    ),
    totals: part ? totalsOf(part, currency) : null,
  }
}

/** A line that cannot be bought any more has no price. */
function lineOf(item: BasketItem, line: PricedLine | undefined, currency: string) {
  const { itemId, variantId, listingId, kind, title, sku, options, quantity } = item
  return {
    id: itemId,
    variantId,
    listingId,
    kind,
    title,
    sku,
    options,
    quantity,
    isAvailable: line !== undefined && (item.available === null || item.available >= quantity),
    unitPrice: line ? money(line.unitAmount, currency) : null,
    goods: line ? money(line.goodsAmount, currency) : null,
    discount: line ? money(line.discountAmount, currency) : null,
    tax: line ? money(line.taxAmount, currency) : null,
  }
}

function totalsOf(
  sums: {
    goodsAmount: number
    discountAmount: number
    shippingAmount: number
    taxAmount: number
    totalAmount: number
  },
  currency: string
) {
  return {
    goods: money(sums.goodsAmount, currency),
    discount: money(sums.discountAmount, currency),
    shipping: money(sums.shippingAmount, currency),
    tax: money(sums.taxAmount, currency),
    total: money(sums.totalAmount, currency),
  }
}
