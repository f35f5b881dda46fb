import GetCart from '#carts/queries/get_cart'
import { lockCart } from '#carts/services/lock_cart'
import type { Actor } from '#core/actor'
import { deleted } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'

/** Takes things out of a cart. */
export default class EmptyCart {
  constructor(private getCart = new GetCart()) {}

  /** @throws NotFound when the item is not in the client's cart */
  async remove({ actor, itemId }: { actor: Actor; itemId: string }) {
    return write(async (trx) => {
      const cartId = await lockCart(trx, actor.id)
      const gone = await deleted(trx.from('cart_lines').where({ id: itemId, cart_id: cartId }))
      if (gone === 0) throw new NotFound()
      return this.getCart.execute(actor)
    })
  }

  /** Everything, the coupon too. */
  async clear(actor: Actor) {
    return write(async (trx) => {
      const cartId = await lockCart(trx, actor.id)
      await trx.from('cart_lines').where('cart_id', cartId).delete()
      await trx.from('carts').where('id', cartId).update({ coupon_id: null })
      return this.getCart.execute(actor)
    })
  }
}
