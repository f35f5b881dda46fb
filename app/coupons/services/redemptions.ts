/*
 * The use of a coupon by an order. Both functions take the coupon's row first, so whoever uses or
 * gives back the same coupon takes turns.
 */
import { changedOne, insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { CouponNotUsable } from '#coupons/errors'
import { couponRows, type CouponRow } from '#coupons/queries/coupon_rows'
import { whyNot } from '#coupons/queries/find_usable_coupon'

export interface Redemption {
  couponId: string
  orderId: string
  clientId: string
  /** what the coupon took off, in minor units of the order's currency */
  amount: number
}

/**
 * Uses a coupon for an order, in the order's own transaction.
 *
 * @throws CouponNotUsable when it is over or used up, or the client's uses are
 */
export async function redeemCoupon(trx: Transaction, redemption: Redemption) {
  const now = clock.now()
  const usable = trx
    .from('coupons')
    .where({ id: redemption.couponId, is_active: true })
    .whereNull('deleted_at')
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .whereColumn('used', '<', 'max_uses')
  if (!(await changedOne(usable, { used: trx.raw('used + 1'), updated_at: now })))
    throw new CouponNotUsable(await refusal(trx, redemption.couponId, now))
  if (!(await tookSlot(trx, redemption, now))) throw new CouponNotUsable('used_by_client')
}

async function refusal(trx: Transaction, couponId: string, now: number) {
  const coupon: CouponRow | null = await couponRows(trx).where('coupons.id', couponId).first()
  return coupon ? (whyNot(coupon, now) ?? 'used_up') : 'unknown'
}

/** A client has as many slots as uses; the unique key gives each to one order. */
async function tookSlot(trx: Transaction, redemption: Redemption, now: number): Promise<boolean> {
  const { couponId, orderId, clientId, amount } = redemption
  const own = { coupon_id: couponId, client_id: clientId }
  const coupon = await trx.from('coupons').where({ id: couponId }).firstOrFail()
  const rows = await trx.from('coupon_redemptions').where(own).where('slot_no', '>', 0)
  const taken = new Set(rows.map((row) => Number(row.slot_no)))
  for (let slot = 1; slot <= coupon.max_uses_per_client; slot++) {
    if (taken.has(slot)) continue
    const row = { ...own, order_id: orderId, slot_no: slot, state: 'redeemed', amount }
    if (await insertedOnce(trx, 'coupon_redemptions', { ...row, created_at: now })) return true
  }
  return false
}

/**
 * Gives an order's coupon back: the use counts no more, and the client's slot is free again.
 *
 * @returns false when the order has no coupon, or gave it back before
 */
export async function releaseCoupon(trx: Transaction, orderId: string): Promise<boolean> {
  const used = await trx.from('coupon_redemptions').where({ order_id: orderId }).first()
  if (!used) return false
  const { coupon_id: couponId, client_id: clientId } = used
  await trx.from('coupons').where({ id: couponId }).forUpdate().select('id')
  const [{ lowest }] = await trx
    .from('coupon_redemptions')
    .where({ coupon_id: couponId, client_id: clientId })
    .min('slot_no as lowest')
  const counting = trx.from('coupon_redemptions').where({ order_id: orderId, state: 'redeemed' })
  const free = { state: 'released', slot_no: Math.min(Number(lowest), 0) - 1 }
  if (!(await changedOne(counting, free))) return false
  await trx
    .from('coupons')
    .where({ id: couponId })
    .update({ used: trx.raw('used - 1'), updated_at: clock.now() })
  return true
}
