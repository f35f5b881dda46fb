import db from '@adonisjs/lucid/services/db'
import { openCart, type CartRow } from '#carts/queries/open_cart'
import PriceCart, { type PricedCart } from '#carts/queries/price_cart'
import { regionOfClient } from '#carts/queries/region_of_client'
import type { Actor } from '#core/actor'
import { currentTransaction } from '#core/database/write'
import type { CountryRegion } from '#regions/queries/region_of_country'

export interface CartAnswer extends PricedCart {
  region: CountryRegion | null
}

const NO_CART = { id: '', coupon_id: null }

/** A client's cart with what it costs now; an empty one where there is none. */
export default class GetCart {
  constructor(private priceCart = new PriceCart()) {}

  /**
   * @param known what the caller has read already, or where the things would go to
   * @throws NotFound for an address that is not the client's
   */
  async execute(
    actor: Actor,
    known: { region?: CountryRegion | null; addressId?: string } = {}
  ): Promise<CartAnswer> {
    const cart: Pick<CartRow, 'id' | 'coupon_id'> =
      (await openCart(currentTransaction() ?? db, actor.id)) ?? NO_CART
    const { addressId } = known
    const region =
      known.region === undefined ? await regionOfClient({ ...actor, addressId }) : known.region
    const priced = await this.priceCart.execute({ ...cart, client_id: actor.id }, region)
    return { ...priced, region }
  }
}
