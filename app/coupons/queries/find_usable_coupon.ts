import { clock } from '#core/support/clock'
import { CouponNotUsable, type Unusable } from '#coupons/errors'
import { couponRows, type CouponRow, type Reader } from '#coupons/queries/coupon_rows'
import { codeOf } from '#coupons/services/code'

export interface CouponUse {
  clientId: string
  /** the basket's; a coupon of amounts in another one is refused */
  currency?: string
  /** epoch ms; the present when absent */
  now?: number
}

/** What pricing has to know of a coupon; amounts in minor units. */
export interface UsableCoupon {
  couponId: string
  code: string
  /** '' is the platform's: it holds for all lines, and the platform pays for it */
  partnerId: string
  kind: CouponRow['kind']
  bps: number | null
  amount: number | null
  minimumAmount: number
}

/**
 * The coupon behind a code as a client types it. That it can be used now is no promise: only
 * `redeemCoupon` decides, in the transaction of the order.
 *
 * @throws CouponNotUsable saying why not
 */
export function findUsableCoupon(client: Reader, code: string, use: CouponUse) {
  return usable(client, { 'coupons.code': codeOf(code) }, use)
}

/** The same for the coupon that a cart remembers. */
export function usableCoupon(client: Reader, couponId: string, use: CouponUse) {
  return usable(client, { 'coupons.id': couponId }, use)
}

async function usable(
  client: Reader,
  where: Record<string, string>,
  { clientId, currency, now = clock.now() }: CouponUse
): Promise<UsableCoupon> {
  const coupon: CouponRow | null = await couponRows(client).where(where).first()
  if (!coupon) throw new CouponNotUsable('unknown')
  const why = whyNot(coupon, now)
  if (why) throw new CouponNotUsable(why)
  if (currency && coupon.currency && coupon.currency !== currency)
    throw new CouponNotUsable('currency')
  if (await isSpent(client, coupon, clientId)) throw new CouponNotUsable('used_by_client')
  return {
    couponId: coupon.id,
    code: coupon.code,
    partnerId: coupon.partner_id,
    kind: coupon.kind,
    bps: coupon.bps,
    amount: coupon.amount === null ? null : Number(coupon.amount),
    minimumAmount: Number(coupon.minimum_amount),
  }
}

/** What keeps everybody from using a coupon now; null when nothing does. */
export function whyNot(coupon: CouponRow, now: number): Unusable | null {
  if (Number(coupon.is_active) !== 1) return 'inactive'
  if (Number(coupon.starts_at) > now) return 'not_started'
  if (Number(coupon.ends_at) <= now) return 'ended'
  return coupon.used >= coupon.max_uses ? 'used_up' : null
}

async function isSpent(client: Reader, coupon: CouponRow, clientId: string): Promise<boolean> {
  const [{ uses }] = await client
    .from('coupon_redemptions')
    .where({ coupon_id: coupon.id, client_id: clientId })
    .where('slot_no', '>', 0)
    .count('* as uses')
  return Number(uses) >= coupon.max_uses_per_client
}
