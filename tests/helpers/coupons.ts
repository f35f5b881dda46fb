import CreateCoupon, { type NewCoupon } from '#coupons/actions/create_coupon'
import type { CouponRow } from '#coupons/queries/coupon_rows'
import { clock, DAY } from '#core/support/clock'
import { unique, type TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'

/** A coupon of 10 % that everybody may use; a partner's own, or of the platform when staff make it. */
export function makeCoupon(
  owner: TestActor,
  overrides: Partial<Omit<NewCoupon, 'actor'>> = {}
): Promise<CouponRow> {
  return new CreateCoupon().execute({
    actor: asActor(owner),
    code: unique('SAVE-'),
    kind: 'percent',
    bps: 1000,
    endsAt: clock.now() + 30 * DAY,
    maxUses: 100,
    ...overrides,
  })
}
