import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import EmptyCart from '#carts/actions/empty_cart'
import PutInCart from '#carts/actions/put_in_cart'
import CartTransformer from '#carts/transformers/cart_transformer'
import { addItemValidator, changeItemValidator } from '#carts/validators/cart'

/** The lines of a client's cart. */
@inject()
export default class CartItemsController {
  constructor(
    private putInCart: PutInCart,
    private emptyCart: EmptyCart
  ) {}

  /** Put a variant in, or more of one that is in already. */
  async store({ actor, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(addItemValidator)
    const cart = await this.putInCart.add({ actor: actor!, ...payload })
    return serialize(CartTransformer.transform(cart))
  }

  /** Another quantity; the line's price counts as seen. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const { quantity } = await request.validateUsing(changeItemValidator)
    const cart = await this.putInCart.change({ actor: actor!, itemId: params.itemId, quantity })
    return serialize(CartTransformer.transform(cart))
  }

  /** Take a line out. */
  async destroy({ actor, params, serialize }: HttpContext) {
    const cart = await this.emptyCart.remove({ actor: actor!, itemId: params.itemId })
    return serialize(CartTransformer.transform(cart))
  }
}
