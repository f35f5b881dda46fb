import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import EmptyCart from '#carts/actions/empty_cart'
import GetCart from '#carts/queries/get_cart'
import CartTransformer from '#carts/transformers/cart_transformer'
import { showCartValidator } from '#carts/validators/cart'

/** A client's cart. */
@inject()
export default class CartsController {
  constructor(
    private getCart: GetCart,
    private emptyCart: EmptyCart
  ) {}

  /** The cart by partner: server prices, totals, and what changed since it was put in. */
  async show({ actor, request, serialize }: HttpContext) {
    const where = await request.validateUsing(showCartValidator)
    return serialize(CartTransformer.transform(await this.getCart.execute(actor!, where)))
  }

  /** Take everything out, the coupon too. */
  async destroy({ actor, serialize }: HttpContext) {
    return serialize(CartTransformer.transform(await this.emptyCart.clear(actor!)))
  }
}
