import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SetCoupon from '#carts/actions/set_coupon'
import CartTransformer from '#carts/transformers/cart_transformer'
import { applyCouponValidator } from '#carts/validators/cart'

/** The coupon on a client's cart. */
@inject()
export default class CartCouponsController {
  constructor(private setCoupon: SetCoupon) {}

  /** Apply a coupon by its code. */
  async update({ actor, request, serialize }: HttpContext) {
    const { code } = await request.validateUsing(applyCouponValidator)
    const cart = await this.setCoupon.apply({ actor: actor!, code })
    return serialize(CartTransformer.transform(cart))
  }

  /** Take the coupon off. */
  async destroy({ actor, serialize }: HttpContext) {
    return serialize(CartTransformer.transform(await this.setCoupon.remove(actor!)))
  }
}
