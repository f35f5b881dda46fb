/*
 * What a payment does to an order. Called in the transaction that books the payment, so an order is
 * paid exactly when its money is in the books.
 */
import { commitReservations } from '#catalogue/services/stock'
import { insertedOnce } from '#core/database/conditional'
import { changesOf, insertRows, rowsOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { releaseCoupon, retakeCoupon } from '#coupons/services/redemptions'
import { post } from '#ledger/services/post'
import OrderPaid from '#orders/events/order_paid'
import { partsOf, type OrderRow } from '#orders/queries/order_parts'
import { deriveOrderStatus, lockOrder } from '#orders/services/states'

/** `unfulfillable`: it is cancelled, or expired and sold to others; the money has to go back. */
export type PaidOutcome = 'paid' | 'already' | 'unfulfillable'

/**
 * The whole total of an order has come in. An order that expired meanwhile comes back to life if all
 * of it is still there, and its coupon was not used up by others.
 */
export async function markOrderPaid(trx: Transaction, orderId: string): Promise<PaidOutcome> {
  await lockOrder(trx, orderId)
  const [order] = await rowsOf<OrderRow>(trx, 'SELECT * FROM orders WHERE id = ?', orderId)
  if (order.paid_at) return 'already'
  if (order.status !== 'awaiting_payment' && order.status !== 'expired') return 'unfulfillable'
  if (!(await retakeCoupon(trx, orderId))) return 'unfulfillable'
  if (!(await commitReservations(trx, orderId))) {
    await releaseCoupon(trx, orderId)
    return 'unfulfillable'
  }

  const now = clock.now()
  await changesOf(
    trx,
    `UPDATE partner_orders SET status = 'placed', version = version + 1, updated_at = ?
       WHERE order_id = ? AND status IN ('awaiting_payment', 'cancelled')`,
    now,
    orderId
  )
  const number = await issueInvoice(trx, orderId, now)
  await changesOf(
    trx,
    'UPDATE orders SET paid_at = ?, invoice_number = ?, updated_at = ? WHERE id = ?',
    now,
    number,
    now,
    orderId
  )
  await deriveOrderStatus(trx, orderId, { isExpired: false })
  await outbox.record(trx, new OrderPaid(orderId))
  return 'paid'
}

/**
 * Nothing to pay (a coupon took it all off): what the partners earn is the platform's gift, and is
 * booked as such.
 */
export async function payFreeOrder(trx: Transaction, orderId: string) {
  if ((await markOrderPaid(trx, orderId)) !== 'paid') return
  const parts = await partsOf(trx, orderId)
  const earned = parts.reduce((total, part) => total + Number(part.earning_amount), 0)
  if (earned === 0) return
  await post(trx, {
    kind: 'free_order',
    refType: 'order',
    refId: orderId,
    currency: parts[0].currency,
    entries: [
      { account: 'platform_revenue', amount: 0 - earned },
      ...parts.map((part) => ({
        account: 'partner_pending' as const,
        ownerId: part.partner_id,
        amount: Number(part.earning_amount),
      })),
    ],
  })
}

/**
 * The next number of the year (UTC), as in INV-2026-000042. The counter moves in this transaction, so
 * no number is ever left out; it is taken last, because everybody who is paid waits for it.
 */
async function issueInvoice(trx: Transaction, orderId: string, now: number): Promise<string> {
  const year = new Date(now).getUTCFullYear()
  const next = () =>
    changesOf(trx, 'UPDATE invoice_counters SET last = last + 1 WHERE year = ?', year)
  const isFirst = (await next()) === 0
  if (isFirst && !(await insertedOnce(trx, 'invoice_counters', { year, last: 1 }))) await next()
  const [{ last }] = await rowsOf(trx, 'SELECT last FROM invoice_counters WHERE year = ?', year)
  const number = `INV-${year}-${String(last).padStart(6, '0')}`
  await insertRows(trx, 'invoices', [{ order_id: orderId, number, issued_at: now }])
  return number
}
