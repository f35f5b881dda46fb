import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { CouponRow } from '#coupons/queries/coupon_rows'

/** A coupon as its owner and staff see it. */
export default class CouponTransformer extends BaseTransformer<CouponRow> {
  toObject() {
    const { currency, ...coupon } = this.resource
    const minimum = Number(coupon.minimum_amount)
    return {
      ...this.pick(coupon, ['id', 'code', 'kind', 'bps', 'used']),
      // null: the platform's, which pays for it
      partnerId: coupon.partner_id || null,
      amount: coupon.amount === null ? null : money(coupon.amount, currency),
      minimum: minimum === 0 ? null : money(minimum, currency),
      startsAt: toIso(coupon.starts_at),
      endsAt: toIso(coupon.ends_at),
      maxUses: coupon.max_uses,
      maxUsesPerClient: coupon.max_uses_per_client,
      isActive: Number(coupon.is_active) === 1,
      createdAt: toIso(coupon.created_at),
      updatedAt: toIso(coupon.updated_at),
    }
  }
}
