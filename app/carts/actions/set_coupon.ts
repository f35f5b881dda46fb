import GetCart from '#carts/queries/get_cart'
import { lockCart } from '#carts/services/lock_cart'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { CouponNotUsable } from '#coupons/errors'
import { findUsableCoupon } from '#coupons/queries/find_usable_coupon'

/** Puts a coupon on a cart, or takes it off. It is used up by the order, not before. */
export default class SetCoupon {
  constructor(private getCart = new GetCart()) {}

  /** @throws CouponNotUsable saying why it takes nothing off this cart */
  async apply({ actor, code }: { actor: Actor; code: string }) {
    return write(async (trx) => {
      const cartId = await lockCart(trx, actor.id)
      const { couponId } = await findUsableCoupon(trx, code, { clientId: actor.id })
      await trx.from('carts').where('id', cartId).update({ coupon_id: couponId })
      const cart = await this.getCart.execute(actor)
      if (cart.couponRefusal) throw new CouponNotUsable(cart.couponRefusal)
      return cart
    })
  }

  async remove(actor: Actor) {
    return write(async (trx) => {
      const cartId = await lockCart(trx, actor.id)
      await trx.from('carts').where('id', cartId).update({ coupon_id: null })
      return this.getCart.execute(actor)
    })
  }
}
