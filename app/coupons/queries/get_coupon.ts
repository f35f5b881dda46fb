import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import { couponRowsOf, type CouponRow } from '#coupons/queries/coupon_rows'

/** One coupon: a partner's own, any for staff. */
export default class GetCoupon {
  /** @throws NotFound for a missing, a deleted and a foreign one alike */
  async execute(actor: Actor, couponId: string): Promise<CouponRow> {
    const { query } = await couponRowsOf(actor)
    const coupon: CouponRow | null = await query.where('coupons.id', couponId).first()
    if (!coupon) throw new NotFound()
    return coupon
  }
}
