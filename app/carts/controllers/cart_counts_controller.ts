import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CountCart from '#carts/queries/count_cart'

/** The number beside the cart's picture. */
@inject()
export default class CartCountsController {
  constructor(private countCart: CountCart) {}

  /** Lines of the cart, and pieces in them. */
  async show({ actor, serialize }: HttpContext) {
    return serialize(await this.countCart.execute(actor!))
  }
}
