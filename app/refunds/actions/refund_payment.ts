import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { lockOrder } from '#orders/services/states'
import { NothingToRefund, RefundTheOrder, RefundTooLarge } from '#refunds/errors'
import { bookedPayment, leftOfPayment } from '#refunds/queries/booked_payment'
import { assertCurrency } from '#refunds/services/currency'
import { makePlainRefund } from '#refunds/services/plain_refund'

interface RefundPaymentInput {
  actor: Actor
  paymentId: string
  /** minor units; all that is left when absent */
  amount?: number
  /** what the amount was meant in */
  currency?: string
  reason: string
}

/**
 * Staff give back a payment that paid no order: of a link without one, or one that came too late, or
 * twice, and whose own refund failed.
 */
export default class RefundPayment {
  /**
   * @returns the refund's id
   * @throws NotFound
   * @throws RefundTheOrder for a payment that paid an order
   * @throws NothingToRefund when it was not captured, or all of it went back
   * @throws InvalidField, RefundTooLarge
   */
  async execute({ actor, paymentId, reason, ...wanted }: RefundPaymentInput): Promise<string> {
    return write(async (trx) => {
      const row = await trx.from('payments').where('id', paymentId).first()
      if (!row) throw new NotFound()
      if (row.order_id) await lockOrder(trx, row.order_id)
      const payment = await bookedPayment(trx, paymentId)
      if (payment?.kind === 'payment_captured') throw new RefundTheOrder(row.order_id)
      const left = payment ? leftOfPayment(payment) : 0
      if (!payment || left <= 0) throw new NothingToRefund()
      assertCurrency(wanted.currency, payment.currency, 'payment')
      const amount = wanted.amount ?? left
      if (amount > left) throw new RefundTooLarge(left)
      const id = (await makePlainRefund(trx, { payment, amount, reason, actor }))!
      await recordAudit(trx, {
        actor,
        action: 'refund.requested',
        subject: { type: 'refund', id },
        personId: row.client_id,
        after: { amount },
        reason,
      })
      return id
    })
  }
}
