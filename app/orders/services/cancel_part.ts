/*
 * The end of what was not delivered: one paid part, or a whole order.
 */
import { releaseReservations } from '#catalogue/services/stock'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { releaseCoupon } from '#coupons/services/redemptions'
import { post } from '#ledger/services/post'
import { OrderNotCancellable, PartNotMovable } from '#orders/errors'
import OrderCancelled from '#orders/events/order_cancelled'
import PartCancelled from '#orders/events/part_cancelled'
import { partsOf, type OrderRow, type PartRow } from '#orders/queries/order_parts'
import { endUnpaid } from '#orders/services/end_unpaid'
import { CANCELLABLE, movePart, type Change, type PartStatus } from '#orders/services/states'

/**
 * Once something was handed in, a client who does not like it asks for another round or for money
 * back; else one could read the work, send it back, and cancel.
 */
export const CANCELLABLE_BY_CLIENT = CANCELLABLE.filter((status) => status !== 'revision_requested')

/**
 * Ends a paid part that has not shipped: its goods are free again, and its money goes back (refunds
 * listens). The caller holds the lock of its order.
 *
 * @throws PartNotMovable (409); also for an unpaid part, which ends with its order only
 */
export async function cancelPart(trx: Transaction, part: PartRow, change: Change) {
  const values = { ...change.values, closed_at: clock.now() }
  const isPaid = part.status !== 'awaiting_payment'
  if (!isPaid || !(await movePart(trx, part, 'cancelled', { ...change, values })))
    throw new PartNotMovable(part.status, 'cancelled')
  await giveCouponBack(trx, part.order_id, [part.id])
  await releaseReservations(trx, part.order_id, await variantsOf(trx, part.id))
  await takeBackGift(trx, part)
  await outbox.record(trx, new PartCancelled(part.id, part.order_id, change.reason ?? ''))
}

/**
 * Ends an order of which nothing has left: paid or not. The caller holds its lock.
 *
 * @param cancellable where its parts may stand
 * @throws OrderNotCancellable (409) telling where the part is that stands against it
 */
export async function cancelWhole(
  trx: Transaction,
  order: OrderRow,
  change: Change,
  cancellable: PartStatus[] = CANCELLABLE
) {
  if (order.status === 'awaiting_payment') return cancelUnpaid(trx, order, change)
  const living = (await partsOf(trx, order.id)).filter(({ status }) => status !== 'cancelled')
  const against = living.find(({ status }) => !cancellable.includes(status))
  if (against || living.length === 0) throw new OrderNotCancellable(against?.status ?? order.status)
  await giveCouponBack(
    trx,
    order.id,
    living.map(({ id }) => id)
  )
  for (const part of living) await cancelPart(trx, part, change)
}

/**
 * With the last of its parts an order gives its coupon back. Called before any stock of these parts
 * is given back: coupons are locked before stock, everywhere.
 */
export async function giveCouponBack(trx: Transaction, orderId: string, ending: string[]) {
  const parts = await partsOf(trx, orderId)
  const staying = parts.filter(({ id, status }) => status !== 'cancelled' && !ending.includes(id))
  if (staying.length === 0) await releaseCoupon(trx, orderId)
}

async function cancelUnpaid(trx: Transaction, { id }: OrderRow, change: Change) {
  const now = clock.now()
  await trx
    .from('orders')
    .where({ id, status: 'awaiting_payment' })
    .update({ status: 'cancelled', closed_at: now, updated_at: now })
  await endUnpaid(trx, id, 'cancelled', change)
  await outbox.record(trx, new OrderCancelled(id, change.reason ?? ''))
}

/** What a partner would have earned of a part that cost nothing was the platform's gift. */
async function takeBackGift(trx: Transaction, part: PartRow) {
  const gift = Number(part.earning_amount) - Number(part.earning_refunded)
  if (Number(part.total_amount) > 0 || gift === 0) return
  await post(trx, {
    kind: 'free_part_cancelled',
    refType: 'partner_order',
    refId: part.id,
    currency: part.currency,
    entries: [
      { account: 'partner_pending', ownerId: part.partner_id, amount: 0 - gift },
      { account: 'platform_revenue', amount: gift },
    ],
  })
  await trx
    .from('partner_orders')
    .where('id', part.id)
    .update({ earning_refunded: part.earning_amount })
}

/** The variants of a part's lines. */
export async function variantsOf(trx: Transaction, partId: string): Promise<string[]> {
  const lines = await trx
    .from('order_lines')
    .where('partner_order_id', partId)
    .whereNotNull('variant_id')
    .select('variant_id')
  return lines.map((line) => line.variant_id as string)
}
