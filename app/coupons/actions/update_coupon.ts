import { recordAudit } from '#audit/record'
import { isStaffRole, type Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { CouponUsedMore } from '#coupons/errors'
import { couponRows, type CouponRow } from '#coupons/queries/coupon_rows'
import { lockCoupon } from '#coupons/services/lock_coupon'
import { termsOf, type CouponInput, type CouponTerms } from '#coupons/services/terms'

export interface CouponChange extends CouponInput {
  actor: Actor
  couponId: string
}

/** Changes the terms of a coupon for the orders to come; what is not given stays. */
export default class UpdateCoupon {
  /**
   * @throws NotFound for somebody else's
   * @throws InvalidField for terms that do not go together
   * @throws CouponUsedMore when it was used more often than it shall be
   */
  async execute({ actor, couponId, ...input }: CouponChange): Promise<CouponRow> {
    return write(async (trx) => {
      const coupon = await lockCoupon(trx, actor, couponId)
      const before = termsOf({}, coupon)
      const terms = termsOf(input, coupon)
      const changeable = trx
        .from('coupons')
        .where({ id: couponId })
        .where('used', '<=', terms.max_uses)
      if (!(await changedOne(changeable, { ...terms, updated_at: clock.now() })))
        throw new CouponUsedMore(coupon.used)
      if (isStaffRole(actor.role))
        await recordAudit(trx, {
          actor,
          action: 'coupon.changed',
          subject: { type: 'coupon', id: couponId },
          before: changesOf(before, terms),
          after: changesOf(terms, before),
        })
      return couponRows(trx).where('coupons.id', couponId).firstOrFail()
    })
  }
}

/** The terms in which `one` differs from `other`. */
function changesOf(one: CouponTerms, other: CouponTerms): Partial<CouponTerms> {
  const changed = Object.entries(one).filter(
    ([name, value]) => value !== other[name as keyof CouponTerms]
  )
  return Object.fromEntries(changed)
}
