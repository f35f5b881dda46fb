/*
 * The use of a coupon by an order. All functions take the coupon's row first, so whoever uses or
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
  const row = { coupon_id: couponId, order_id: orderId, client_id: clientId, amount }
  for (const slot of await freeSlots(trx, couponId, clientId)) {
    const use = { ...row, slot_no: slot, state: 'redeemed', created_at: now }
    if (await insertedOnce(trx, 'coupon_redemptions', use)) return true
  }
  return false
}

async function freeSlots(trx: Transaction, couponId: string, clientId: string): Promise<number[]> {
  const coupon = await trx.from('coupons').where({ id: couponId }).firstOrFail()
  const rows = await trx
    .from('coupon_redemptions')
    .where({ coupon_id: couponId, client_id: clientId })
    .where('slot_no', '>', 0)
  const taken = new Set(rows.map((row) => Number(row.slot_no)))
  const slots = Array.from({ length: coupon.max_uses_per_client }, (_, at) => at + 1)
  return slots.filter((slot) => !taken.has(slot))
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

/**
 * Uses the coupon of an order again that gave it back: of one that expired and is paid late. When
 * the coupon ended meanwhile does not matter, how often it was used does.
 *
 * @returns false when others have used it up; true also for an order that has no coupon, or its use
 */
export async function retakeCoupon(trx: Transaction, orderId: string): Promise<boolean> {
  const returned = { order_id: orderId, state: 'released' }
  const use = await trx.from('coupon_redemptions').where(returned).first()
  if (!use) return true
  const { coupon_id: couponId, client_id: clientId } = use
  await trx.from('coupons').where({ id: couponId }).forUpdate().select('id')
  const [slot] = await freeSlots(trx, couponId, clientId)
  if (slot === undefined) return false
  const left = trx.from('coupons').where({ id: couponId }).whereColumn('used', '<', 'max_uses')
  const counted = { used: trx.raw('used + 1'), updated_at: clock.now() }
  if (!(await changedOne(left, counted))) return false
  return changedOne(trx.from('coupon_redemptions').where(returned), {
    state: 'redeemed',
    slot_no: slot,
  })
}
