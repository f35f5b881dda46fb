import { clock, DAY, toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { unique, type TestActor } from '#tests/helpers/actors'
import { makeCoupon } from '#tests/helpers/coupons'
import { deletedBy } from '#tests/helpers/deletions'
import type { MatrixRow } from '#tests/matrix/row'

const KEEPERS: MatrixRow['allow'] = ['partner', 'admin', 'senior_admin']

const couponOf = async (caller: TestActor) => ({
  params: { couponId: (await makeCoupon(caller)).id },
})

/* staff change everybody's, so only a missing one is told apart here; foreign ones in coupons.spec */
const coupon = {
  param: 'couponId',
  missing: newId('coupon'),
  owned: false,
  deleted: deletedBy('coupons.destroy'),
}

export const rows: MatrixRow[] = [
  {
    route: 'coupons.index',
    viewable: true,
    allow: KEEPERS,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'coupons.store',
    allow: KEEPERS,
    request: async () => ({
      body: {
        code: unique('MATRIX-'),
        kind: 'percent',
        bps: 500,
        endsAt: toIso(clock.now() + DAY),
        maxUses: 5,
      },
    }),
    success: 201,
  },
  {
    route: 'coupons.show',
    viewable: true,
    allow: KEEPERS,
    request: couponOf,
    success: 200,
    object: coupon,
  },
  {
    route: 'coupons.redemptions.index',
    allow: KEEPERS,
    request: couponOf,
    success: 200,
    object: coupon,
  },
  {
    route: 'coupons.update',
    allow: KEEPERS,
    request: async (caller) => ({ ...(await couponOf(caller)), body: { bps: 700 } }),
    success: 200,
    object: coupon,
  },
  {
    route: 'coupons.destroy',
    allow: KEEPERS,
    request: couponOf,
    success: 204,
    object: coupon,
  },
]
