import type { Transaction } from '#core/database/write'
import { bookedPayment, leftOfPayment } from '#refunds/queries/booked_payment'
import { makePlainRefund } from '#refunds/services/plain_refund'

/**
 * A payment came for what cannot be sold any more, or was paid before. Its money is booked as on its
 * way back already, and nobody has a share of it.
 */
export default class ReturnLatePayment {
  /** @returns the refund's id; null when the money is on its way back, or was claimed back */
  async execute(trx: Transaction, paymentId: string): Promise<string | null> {
    const payment = await bookedPayment(trx, paymentId)
    if (!payment) throw new Error(`${paymentId} is not in the books`)
    const amount = leftOfPayment(payment)
    if (amount <= 0) return null
    const reason = 'The payment came too late'
    return makePlainRefund(trx, { payment, amount, reason, causeKey: `late:${paymentId}` })
  }
}
