import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import { pendingName } from '#payments/queries/payment_rows'
import { isStalled, type RefundWithShares } from '#refunds/queries/refund_rows'

/** A refund as staff see it: who gives what of it. */
export default class RefundTransformer extends BaseTransformer<RefundWithShares> {
  toObject() {
    const { refund, shares, lines } = this.resource
    const { id, currency, gateway_refund_id: reference } = refund
    const inMoney = (amount: number | string) => money(Number(amount), currency)
    return {
      id,
      orderId: refund.order_id,
      paymentId: refund.payment_id,
      gateway: refund.gateway,
      // the gateway's; null until it has named the refund
      reference: reference === pendingName(id) ? null : reference,
      amount: inMoney(refund.amount),
      status: refund.status,
      // asked about for a week in vain: a retry asks again
      isStalled: isStalled(refund),
      reason: refund.reason,
      failureMessage: refund.failure_message,
      // the refund that was made because this one failed
      retriedBy: refund.retried_by,
      shares: shares.map((share) => ({
        partnerOrderId: share.partner_order_id,
        amount: inMoney(share.amount),
        partner: inMoney(share.partner_amount),
        platform: inMoney(share.platform_amount),
        tax: inMoney(share.tax_amount),
      })),
      lines: lines.map((line) => ({
        lineId: line.order_line_id,
        quantity: line.quantity,
        amount: inMoney(line.amount),
      })),
      settledAt: toIso(refund.settled_at),
      createdAt: toIso(refund.created_at),
    }
  }
}
