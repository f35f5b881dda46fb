import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { bookedPayment } from '#refunds/queries/booked_payment'
import { pendingName } from '#payments/queries/payment_rows'
import { claimPayment } from '#refunds/services/counters'

/**
 * A payment came for what cannot be sold any more, or was paid before. Its money is booked as on its
 * way back already, and nobody has a share of it.
 */
export default class ReturnLatePayment {
  /** @returns the refund's id; null when the money is on its way back, or was claimed back */
  async execute(trx: Transaction, paymentId: string): Promise<string | null> {
    const payment = await bookedPayment(trx, paymentId)
    if (!payment) throw new Error(`${paymentId} is not in the books`)
    const { captured_amount: captured, refunded_amount: refunded } = payment
    const amount = Number(captured) - Number(refunded) - Number(payment.disputed_amount)
    if (amount <= 0) return null
    const id = newId('refund')
    const now = clock.now()
    const isNew = await insertedOnce(trx, 'refunds', {
      id,
      cause_key: `late:${paymentId}`,
      payment_id: paymentId,
      order_id: payment.order_id,
      gateway: payment.gateway,
      gateway_refund_id: pendingName(id),
      amount,
      currency: payment.currency,
      reason: 'The payment came too late',
      status: 'requested',
      created_at: now,
      updated_at: now,
    })
    if (!isNew) return null
    await claimPayment(trx, paymentId, 'refunded_amount', amount)
    await outbox.dispatch(
      trx,
      'refunds.send_refund',
      { refundId: id },
      { dedupeKey: `refund:${id}` }
    )
    return id
  }
}
