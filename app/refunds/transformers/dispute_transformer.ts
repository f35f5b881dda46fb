import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { DisputeRow } from '#refunds/queries/dispute_rows'

/** A dispute, as the client who opened it and staff see it. */
export default class DisputeTransformer extends BaseTransformer<DisputeRow> {
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      origin: row.origin,
      orderId: row.order_id,
      orderNumber: row.order_number,
      partnerOrderId: row.partner_order_id,
      paymentId: row.payment_id,
      amount: money(Number(row.amount), row.currency),
      reason: row.reason,
      status: row.status,
      resolution: row.resolution,
      refundId: row.refund_id,
      resolvedAt: toIso(row.resolved_at),
      createdAt: toIso(row.created_at),
    }
  }
}
