/*
 * Razorpay's objects in our words. A payment is an order; Razorpay's payments are attempts at it.
 */
import type {
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayRefund,
} from '#payments/gateways/gateway'
import { fromVendor } from '#payments/gateways/vendor_amounts'
import { needed } from '#payments/gateways/vendor_call'

/** An attempt's status, best first: one that was paid decides, whatever came before or after. */
const RANK = ['refunded', 'captured', 'authorized', 'created', 'failed']

const ATTEMPT_STATUS: Record<string, GatewayPaymentStatus> = {
  created: 'pending',
  authorized: 'authorised',
  captured: 'captured',
  refunded: 'captured',
  failed: 'failed',
}

const amountOf = (object: any) => {
  const currency = needed<string>('razorpay', object.currency, 'currency')
  return { amount: fromVendor('razorpay', object.amount, currency), currency }
}

/** The attempt that says how an order stands: the best one, of equals the newest. */
export function deciding(attempts: any[]): any {
  const rank = ({ status }: any) => RANK.indexOf(status)
  return [...attempts].sort((a, b) => rank(a) - rank(b) || b.created_at - a.created_at)[0]
}

export function isCaptured(attempt: any): boolean {
  return ATTEMPT_STATUS[attempt?.status] === 'captured'
}

/** @param attempts Razorpay's payments for this order */
export function paymentOfOrder(order: any, attempts: any[]): GatewayPayment {
  const attempt = deciding(attempts)
  const known = attempt ? ATTEMPT_STATUS[attempt.status] : 'created'
  const status = needed('razorpay', known, 'known status')
  const hasFailed = status === 'failed'
  return {
    id: needed<string>('razorpay', order.id, 'id'),
    paymentId: order.notes?.payment_id,
    status,
    ...amountOf(order),
    capturedAmount: status === 'captured' ? amountOf(attempt).amount : 0,
    failureCode: hasFailed ? (attempt.error_reason ?? attempt.error_code) : undefined,
    failureMessage: hasFailed ? attempt.error_description : undefined,
  }
}

/** A captured attempt on its own, as the list of payments gives it. */
export function paymentOfAttempt(attempt: any): GatewayPayment {
  const money = amountOf(attempt)
  const paymentId = attempt.notes?.payment_id
  return {
    id: attempt.order_id,
    paymentId,
    status: 'captured',
    ...money,
    capturedAmount: money.amount,
  }
}

export function refundOf(refund: any, gatewayPaymentId: string): GatewayRefund {
  const ends: Record<string, GatewayRefund['status']> = {
    pending: 'pending',
    processed: 'succeeded',
    failed: 'failed',
  }
  return {
    id: needed<string>('razorpay', refund.id, 'id'),
    refundId: refund.notes?.refund_id,
    gatewayPaymentId,
    status: needed('razorpay', ends[refund.status], 'known status'),
    ...amountOf(refund),
  }
}

export function disputeOf(dispute: any, gatewayPaymentId: string): GatewayDispute {
  /* closed without a verdict: what was deducted tells who bears it */
  const closed = Number(dispute.amount_deducted) > 0 ? 'lost' : 'won'
  const ends: Record<string, GatewayDispute['status']> = { won: 'won', lost: 'lost', closed }
  return {
    id: needed<string>('razorpay', dispute.id, 'id'),
    gatewayPaymentId,
    status: ends[dispute.status] ?? 'open',
    ...amountOf(dispute),
    reason: String(dispute.reason_code ?? 'unknown'),
  }
}
