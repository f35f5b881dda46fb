import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import { piecesIn, type RequestRow } from '#refunds/queries/request_rows'

/** A client's request for money back, as client and partner see it. */
export default class RefundRequestTransformer extends BaseTransformer<RequestRow> {
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      orderId: row.order_id,
      orderNumber: row.order_number,
      partnerOrderId: row.partner_order_id,
      amount: money(Number(row.amount), row.currency),
      lines: piecesIn(row),
      reason: row.reason,
      status: row.status,
      answer: row.answer,
      refundId: row.refund_id,
      answeredAt: toIso(row.answered_at),
      createdAt: toIso(row.created_at),
    }
  }
}
