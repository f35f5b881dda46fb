import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { CartChanged, CartEmpty, CartRepriced, CartUnavailable, OrderTooLarge } from '#carts/errors'
import { openCart, type CartRow } from '#carts/queries/open_cart'
import PriceCart, { type PricedCart } from '#carts/queries/price_cart'
import { regionOfClient } from '#carts/queries/region_of_client'
import { soldOutLines } from '#carts/queries/sold_out_lines'
import type { CartChange } from '#carts/services/changes'
import { assertWithinCeiling } from '#carts/services/pricing'
import { OutOfStock } from '#catalogue/errors'
import { reserve } from '#catalogue/services/stock'
import type { Actor } from '#core/actor'
import { changesOf, rowsOf } from '#core/database/statements'
import { currentTransaction, write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { Money } from '#core/support/money'
import { CouponNotUsable } from '#coupons/errors'
import { redeemCoupon } from '#coupons/services/redemptions'
import { AddressMissing, NotSoldThere, TooManyUnpaidOrders } from '#orders/errors'
import OrderPlaced from '#orders/events/order_placed'
import { deliveryAddress, type DeliveryAddress } from '#orders/queries/delivery_address'
import GetOrder from '#orders/queries/get_order'
import { payFreeOrder } from '#orders/services/mark_paid'
import { writeOrder, type LineFacts } from '#orders/services/write_order'
import { hasRegions, type CountryRegion } from '#regions/queries/region_of_country'

export interface PlaceOrderInput {
  actor: Actor
  /** where to; the default address when absent */
  addressId?: string
  requirements?: string
  /** YYYY-MM-DD */
  deadline?: string
  /** what the cart has shown; nothing else is ordered then */
  expectedTotal?: Money
}

/**
 * Checkout: the client's open cart becomes an order, split by partner, with the prices, coupon,
 * shipping and tax of this moment; stock and coupon are taken with it, all in one transaction. One
 * cart makes one order: the conditional update of its state is what decides between racing requests.
 */
export default class PlaceOrder {
  constructor(
    private priceCart = new PriceCart(),
    private getOrder = new GetOrder()
  ) {}

  /**
   * @throws CartEmpty, CartChanged, CartUnavailable, OutOfStock, OrderTooLarge, CouponNotUsable (409)
   * @throws AddressMissing, NotSoldThere, CartRepriced (409)
   * @throws TooManyUnpaidOrders when MAX_UNPAID_ORDERS of the client's checkouts wait for their payment
   * @throws NotFound for an address that is not the client's
   */
  async execute(input: PlaceOrderInput) {
    const { actor, addressId, requirements, deadline, expectedTotal } = input
    // a crowd that comes too late is told so before it waits for a transaction
    const soldOut = await soldOutLines(currentTransaction() ?? db, actor.id)
    if (soldOut.length) throw new OutOfStock(soldOut)
    return write(async (trx) => {
      const cart = await openCart(trx, actor.id)
      if (!cart) throw new CartEmpty()
      await takeCart(trx, cart)
      await assertMayOwe(trx, actor.id)
      const address = await deliveryAddress(trx, actor.id, addressId)
      const region = await regionOfClient({ ...actor, addressId })
      const priced = await this.priceCart.execute(cart, region)
      assertBuyable(priced)
      await assertDeliverable(priced, address, region)
      assertAsSeen(priced, expectedTotal)

      const orderId = newId('order')
      const { pricing, coupon } = priced
      if (coupon)
        await redeemCoupon(trx, {
          couponId: coupon.couponId,
          orderId,
          clientId: actor.id,
          amount: pricing.discountAmount,
        })
      await writeOrder(trx, orderId, {
        clientId: actor.id,
        placedBy: actor.id,
        source: 'cart',
        cartId: cart.id,
        regionId: region?.id ?? null,
        couponId: coupon?.couponId,
        address,
        requirements,
        deadline,
        pricing,
        facts: factsOf(priced),
      })
      await outbox.record(trx, new OrderPlaced(orderId, actor.id, 'cart'))
      const placed = await this.getOrder.byId(orderId, trx)
      // last, because everybody who buys the same things waits from here on
      await reserve(trx, orderId, priced.items)
      if (pricing.totalAmount > 0) return placed
      await payFreeOrder(trx, orderId)
      return this.getOrder.byId(orderId, trx)
    })
  }
}

/** From here on the client has no open cart; the next thing put in opens a new one. */
async function takeCart(trx: Transaction, cart: CartRow) {
  const taken = await changesOf(
    trx,
    `UPDATE carts SET state = 'ordered', open_for = id, version = version + 1, updated_at = ?
       WHERE id = ? AND state = 'open' AND version = ?`,
    clock.now(),
    cart.id,
    cart.version
  )
  if (taken !== 1) throw new CartChanged()
}

/**
 * Unpaid orders keep stock from others; the cart's lock above makes the count a fair one. What a
 * partner or staff agreed on with the client does not count.
 */
async function assertMayOwe(trx: Transaction, clientId: string) {
  const most = env.get('MAX_UNPAID_ORDERS')
  const sql = `SELECT id FROM orders
    WHERE client_id = ? AND status = 'awaiting_payment' AND source = 'cart' LIMIT ${most}`
  const unpaid = await rowsOf(trx, sql, clientId)
  if (unpaid.length >= most) throw new TooManyUnpaidOrders()
}

function assertBuyable({ items, changes, pricing, couponRefusal }: PricedCart) {
  if (items.length === 0) throw new CartEmpty()
  const variantsOf = (wanted: CartChange['kind']) => {
    const ids = changes.filter(({ kind }) => kind === wanted).map(({ itemId }) => itemId)
    return items.filter(({ itemId }) => ids.includes(itemId)).map(({ variantId }) => variantId)
  }
  const gone = variantsOf('gone')
  if (gone.length) throw new CartUnavailable(gone)
  // what is plainly sold out is refused before anybody has to wait for a turn
  const short = variantsOf('stock')
  if (short.length) throw new OutOfStock(short)
  if (variantsOf('too_much').length) throw new OrderTooLarge()
  assertWithinCeiling(pricing)
  if (couponRefusal) throw new CouponNotUsable(couponRefusal)
}

/** Goods go to an address; and where there are regions, only what is in one of them is sold to. */
async function assertDeliverable(
  { pricing }: PricedCart,
  address: DeliveryAddress | null,
  region: CountryRegion | null
) {
  const isSent = pricing.parts.some(({ lines }) => lines.some(({ needsShipping }) => needsShipping))
  if (isSent && !address) throw new AddressMissing()
  if (address && !region && (await hasRegions())) throw new NotSoldThere(address.country)
}

function assertAsSeen({ pricing: { totalAmount, currency } }: PricedCart, expected?: Money) {
  if (!expected || (expected.amount === totalAmount && expected.currency === currency)) return
  throw new CartRepriced({ amount: totalAmount, currency })
}

function factsOf({ items }: PricedCart): Map<string, LineFacts> {
  return new Map(
    items.map((item) => {
      const { itemId, listingId, variantId, kind, title, sku, options, revisions } = item
      return [itemId, { listingId, variantId, kind, title, sku, options, revisions }]
    })
  )
}
