/*
 * PayPal's objects in our words. A payment is an order; what was captured for it, and what was given
 * back of that, hang below.
 */
import type { CapturedPayment, Money, Order, Refund } from '@paypal/paypal-server-sdk'
import type {
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayRefund,
} from '#payments/gateways/gateway'
import { fromDecimal } from '#payments/gateways/vendor_amounts'
import { needed } from '#payments/gateways/vendor_call'

/** The client's approval is what a card's authorisation is elsewhere: we may capture now. */
const ORDER_STATUS: Record<string, GatewayPaymentStatus> = {
  CREATED: 'requires_action',
  SAVED: 'requires_action',
  PAYER_ACTION_REQUIRED: 'requires_action',
  APPROVED: 'authorised',
  COMPLETED: 'pending',
  VOIDED: 'cancelled',
}

const CAPTURE_STATUS: Record<string, GatewayPaymentStatus> = {
  COMPLETED: 'captured',
  PARTIALLY_REFUNDED: 'captured',
  REFUNDED: 'captured',
  PENDING: 'pending',
  DECLINED: 'failed',
  FAILED: 'failed',
}

const WON = new Set([
  'RESOLVED_SELLER_FAVOUR',
  'RESOLVED_SELLER_FAVOR',
  'RESOLVED_WITH_PAYOUT',
  'CANCELED_BY_BUYER',
  'DENIED',
])

function amountOf(money: Pick<Money, 'value' | 'currencyCode'> | undefined) {
  const currency = needed('paypal', money?.currencyCode, 'currency')
  return { amount: fromDecimal('paypal', money?.value, currency), currency }
}

/** The capture that counts: a good one if there is any, else the last. */
export function captureOf(order: Order): CapturedPayment | undefined {
  const captures = (order.purchaseUnits ?? []).flatMap((unit) => unit.payments?.captures ?? [])
  return (
    captures.find(({ status }) => CAPTURE_STATUS[status ?? ''] === 'captured') ?? captures.at(-1)
  )
}

/** What was given back of an order's captures. */
export function refundsOf(order: Order): Refund[] {
  return (order.purchaseUnits ?? []).flatMap((unit) => unit.payments?.refunds ?? [])
}

export function paymentOfOrder(order: Order): GatewayPayment {
  const unit = needed('paypal', order.purchaseUnits?.[0], 'purchase unit')
  const { amount, currency } = amountOf(unit.amount)
  const capture = captureOf(order)
  const known = capture ? CAPTURE_STATUS[capture.status ?? ''] : ORDER_STATUS[order.status ?? '']
  const status = needed('paypal', known, 'known status')
  const links = order.links ?? []
  return {
    id: needed('paypal', order.id, 'id'),
    paymentId: unit.customId,
    status,
    amount,
    currency,
    capturedAmount: status === 'captured' ? amountOf(capture?.amount).amount : 0,
    failureCode: status === 'failed' ? capture?.statusDetails?.reason : undefined,
    redirectUrl: links.find(({ rel }) => rel === 'payer-action' || rel === 'approve')?.href,
  }
}

/** null when the capture belongs to no order, so to no payment of ours. */
export function paymentOfCapture(capture: CapturedPayment): GatewayPayment | null {
  const id = capture.supplementaryData?.relatedIds?.orderId
  if (!id || CAPTURE_STATUS[capture.status ?? ''] !== 'captured') return null
  const { amount, currency } = amountOf(capture.amount)
  const paymentId = capture.customId
  return { id, paymentId, status: 'captured', amount, currency, capturedAmount: amount }
}

export function refundOf(refund: Refund, gatewayPaymentId: string): GatewayRefund {
  const ends: Record<string, GatewayRefund['status']> = {
    COMPLETED: 'succeeded',
    PENDING: 'pending',
    FAILED: 'failed',
    CANCELLED: 'failed',
  }
  return {
    id: needed('paypal', refund.id, 'id'),
    refundId: refund.customId,
    gatewayPaymentId,
    status: needed('paypal', ends[refund.status ?? ''], 'known status'),
    ...amountOf(refund.amount),
    failureMessage: refund.statusDetails?.reason,
  }
}

export type PaypalCapture = CapturedPayment

/**
 * A dispute by the payments that it is about: each is claimed in turn, up to what was captured of it,
 * until the disputed amount is spent.
 *
 * @param dispute as the web hook spells it (the SDK knows no disputes)
 * @param captures that the dispute names
 */
export function disputesOf(dispute: any, captures: PaypalCapture[]): GatewayDispute[] {
  const outcome = dispute.dispute_outcome?.outcome_code
  const closed = WON.has(outcome) ? 'won' : 'lost'
  const { value, currency_code: currencyCode } = dispute.dispute_amount ?? {}
  const { amount, currency } = amountOf({ value, currencyCode })
  const id = needed<string>('paypal', dispute.dispute_id, 'dispute id')
  const status = dispute.status === 'RESOLVED' ? closed : 'open'
  const reason = String(dispute.reason ?? 'OTHER').toLowerCase()
  const isOne = captures.length === 1
  let left = amount
  return captures.flatMap((capture) => {
    const gatewayPaymentId = capture.supplementaryData?.relatedIds?.orderId
    const claimed = isOne ? amount : Math.min(left, amountOf(capture.amount).amount)
    left -= claimed
    if (!gatewayPaymentId || claimed === 0) return []
    const name = isOne ? id : `${id}:${capture.id}`
    return [{ id: name, gatewayPaymentId, status, amount: claimed, currency, reason }]
  })
}
