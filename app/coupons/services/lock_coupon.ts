import type { Actor } from '#core/actor'
import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { couponRowsOf, type CouponRow } from '#coupons/queries/coupon_rows'

/**
 * A coupon that the actor may change, locked until the transaction ends: nobody uses it meanwhile.
 *
 * @throws NotFound for a missing, a deleted and a foreign one alike
 */
export async function lockCoupon(
  trx: Transaction,
  actor: Actor,
  couponId: string
): Promise<CouponRow> {
  const { query } = await couponRowsOf(actor, trx)
  const coupon = await query.where('coupons.id', couponId).forUpdate().first()
  if (!coupon) throw new NotFound()
  return coupon
}
