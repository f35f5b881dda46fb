import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { DisputeRow, OrderCases, RefundRequestRow } from '#orders/queries/order_cases'

/** What is asked back of an order, and what is disputed, as both sides of it see it. */
export default class OrderCasesTransformer extends BaseTransformer<OrderCases> {
  toObject() {
    const { requests, disputes } = this.resource
    return {
      refundRequests: requests.map((request) => refundRequestOf(request)),
      disputes: disputes.map((dispute) => disputeOf(dispute)),
    }
  }
}

/** A client's request for money back, as client and partner see it. */
export function refundRequestOf(row: RefundRequestRow) {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    partnerOrderId: row.partner_order_id,
    amount: money(Number(row.amount), row.currency),
    lines: JSON.parse(row.lines) as { lineId: string; quantity: number }[],
    reason: row.reason,
    status: row.status,
    answer: row.answer,
    refundId: row.refund_id,
    answeredAt: toIso(row.answered_at),
    createdAt: toIso(row.created_at),
  }
}

/** A dispute, as the client who opened it and staff see it. */
export function disputeOf(row: DisputeRow) {
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
