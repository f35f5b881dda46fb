import { CartFull } from '#carts/errors'
import GetCart, { type CartAnswer } from '#carts/queries/get_cart'
import { isOnOffer, pricesOf } from '#carts/queries/read_basket'
import { regionOfClient } from '#carts/queries/region_of_client'
import { lockCart } from '#carts/services/lock_cart'
import { OutOfStock } from '#catalogue/errors'
import type { Actor } from '#core/actor'
import { changesOf, insertRows, rowOf, rowsOf } from '#core/database/statements'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { CountryRegion } from '#regions/queries/region_of_country'

/** a cart is one page */
const MOST_LINES = 100
export const MOST_PIECES = 9_999

/** Puts things into a cart: more of a variant, or another number of it. */
export default class PutInCart {
  constructor(private getCart = new GetCart()) {}

  /**
   * Adds to what is there already.
   *
   * @throws InvalidField for a variant that is not on offer
   * @throws OutOfStock when there is less than the cart would hold
   * @throws CartFull beyond 100 lines
   */
  async add({ actor, variantId, quantity }: { actor: Actor; variantId: string; quantity: number }) {
    return this.#change(actor, async (trx, cartId) => {
      const sql = 'SELECT id, variant_id, quantity FROM cart_lines WHERE cart_id = ?'
      const lines = await rowsOf(trx, sql, cartId)
      const line = lines.find((known) => known.variant_id === variantId)
      if (!line && lines.length >= MOST_LINES) throw new CartFull(MOST_LINES)
      const wanted = Math.min(MOST_PIECES, quantity + (line?.quantity ?? 0))
      return this.#put(trx, { actor, cartId, variantId, quantity: wanted, itemId: line?.id })
    })
  }

  /** @throws NotFound when the item is not in the client's cart; otherwise as `add` */
  async change({ actor, itemId, quantity }: { actor: Actor; itemId: string; quantity: number }) {
    return this.#change(actor, async (trx, cartId) => {
      const line = await trx
        .from('cart_lines')
        .where({ id: itemId, cart_id: cartId })
        .select('variant_id')
        .first()
      if (!line) throw new NotFound()
      return this.#put(trx, { actor, cartId, variantId: line.variant_id, quantity, itemId })
    })
  }

  #change(
    actor: Actor,
    work: (trx: Transaction, cartId: string) => Promise<CountryRegion | null>
  ): Promise<CartAnswer> {
    return write(async (trx) => {
      const region = await work(trx, await lockCart(trx, actor.id))
      return this.getCart.execute(actor, { region })
    })
  }

  /** @returns where the client buys */
  async #put(
    trx: Transaction,
    line: { actor: Actor; cartId: string; variantId: string; quantity: number; itemId?: string }
  ): Promise<CountryRegion | null> {
    const { actor, cartId, variantId, quantity, itemId } = line
    const region = await regionOfClient(actor)
    const price = await offerOf(trx, line, region)
    const seen = { quantity, seen_amount: price.amount, seen_currency: price.currency }
    if (itemId)
      await changesOf(
        trx,
        'UPDATE cart_lines SET quantity = ?, seen_amount = ?, seen_currency = ? WHERE id = ?',
        ...Object.values(seen),
        itemId
      )
    else {
      const place = { id: newId('item'), cart_id: cartId, variant_id: variantId }
      await insertRows(trx, 'cart_lines', [{ ...place, ...seen, created_at: clock.now() }])
    }
    return region
  }
}

/** The price that the client sees: in the region's currency where there is one. */
async function offerOf(
  trx: Transaction,
  { variantId, quantity }: { variantId: string; quantity: number },
  region: CountryRegion | null
) {
  const variant = await rowOf(
    trx,
    `SELECT variants.is_active, tracks_stock, on_hand, reserved, is_public, starts_at, ends_at
       FROM variants JOIN listings ON listings.id = variants.listing_id WHERE variants.id = ?`,
    variantId
  )
  const prices = variant && (await pricesOf(trx, [variantId])).get(variantId)
  if (!variant || !isOnOffer(variant) || !prices)
    throw new InvalidField(
      'variantId',
      'exists',
      'The variantId field names nothing that is on offer'
    )
  const isShort =
    Number(variant.tracks_stock) === 1 && variant.on_hand - variant.reserved < quantity
  if (isShort) throw new OutOfStock([variantId])
  const currency =
    region && prices.has(region.currency) ? region.currency : [...prices.keys()].sort()[0]
  return { currency, amount: prices.get(currency)! }
}
