/*
 * The counters that say how much of a payment, an order, its parts and lines went back. They move in
 * the transaction of the posting, and each update carries its own limit.
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { RefundTooLarge } from '#refunds/errors'
import { leftOfPayment } from '#refunds/queries/booked_payment'
import type { Share } from '#refunds/services/split'

/**
 * Claims part of a payment for a refund or dispute: together they never exceed what was captured.
 *
 * @throws RefundTooLarge with what is left
 */
export async function claimPayment(
  trx: Transaction,
  paymentId: string,
  column: 'refunded_amount' | 'disputed_amount',
  amount: number
) {
  const enough = trx
    .from('payments')
    .where('id', paymentId)
    .whereRaw('refunded_amount + disputed_amount + ? <= captured_amount', [amount])
  const values = { [column]: trx.raw(`${column} + ?`, [amount]), updated_at: clock.now() }
  if (await changedOne(enough, values)) return
  const payment = await trx.from('payments').where('id', paymentId).firstOrFail()
  throw new RefundTooLarge(leftOfPayment(payment))
}

/** Gives a claim back. */
export async function releasePayment(
  trx: Transaction,
  paymentId: string,
  column: 'refunded_amount' | 'disputed_amount',
  amount: number
) {
  const values = { [column]: trx.raw(`${column} - ?`, [amount]), updated_at: clock.now() }
  await trx.from('payments').where('id', paymentId).update(values)
}

/** @param sign 1: the shares go back to the client; -1: they come back after a failure */
export async function countRefund(
  trx: Transaction,
  orderId: string,
  shares: Share[],
  lines: { lineId: string; quantity: number }[],
  sign: 1 | -1
) {
  const now = clock.now()
  for (const { partId, amount, partner } of shares)
    await trx
      .from('partner_orders')
      .where('id', partId)
      .update({
        refunded_amount: trx.raw('refunded_amount + ?', [sign * amount]),
        earning_refunded: trx.raw('earning_refunded + ?', [sign * partner]),
        updated_at: now,
      })
  const total = shares.reduce((sum, { amount }) => sum + amount, 0)
  await trx
    .from('orders')
    .where('id', orderId)
    .update({ refunded_amount: trx.raw('refunded_amount + ?', [sign * total]), updated_at: now })
  for (const { lineId, quantity } of lines)
    await trx
      .from('order_lines')
      .where('id', lineId)
      .update({ refunded_quantity: trx.raw('refunded_quantity + ?', [sign * quantity]) })
}

/** What of the partners' earnings a charge-back keeps from them (1), or gives them back (-1). */
export async function countDispute(trx: Transaction, shares: Share[], sign: 1 | -1) {
  for (const { partId, partner } of shares)
    await trx
      .from('partner_orders')
      .where('id', partId)
      .update({
        earning_refunded: trx.raw('earning_refunded + ?', [sign * partner]),
        updated_at: clock.now(),
      })
}
