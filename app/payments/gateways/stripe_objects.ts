/*
 * Stripe's objects in our words. Pure: what has to be asked for is asked in stripe.ts.
 */
import type Stripe from 'stripe'
import type {
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayRefund,
} from '#payments/gateways/gateway'
import { fromVendor } from '#payments/gateways/vendor_amounts'
import { needed } from '#payments/gateways/vendor_call'

const INTENT_STATUS: Record<string, GatewayPaymentStatus> = {
  requires_payment_method: 'created',
  requires_confirmation: 'created',
  requires_action: 'requires_action',
  processing: 'pending',
  requires_capture: 'authorised',
  canceled: 'cancelled',
  succeeded: 'captured',
}

const SESSION_STATUS: Record<string, GatewayPaymentStatus> = {
  open: 'created',
  complete: 'pending',
  expired: 'cancelled',
}

const amountOf = (units: unknown, currency: string) => fromVendor('stripe', units, currency)

/** The id of something that Stripe sends as an id or as the whole object. */
export function idOf(value: string | { id: string } | null | undefined): string | undefined {
  return typeof value === 'string' ? value : (value?.id ?? undefined)
}

/** Intents of a Checkout page are known to us by their session's id (stripe.ts asks for it). */
export function isHosted(object: { metadata?: Stripe.Metadata | null }): boolean {
  return object.metadata?.hosted === 'yes'
}

export function paymentOfIntent(intent: Stripe.PaymentIntent): GatewayPayment {
  const currency = needed('stripe', intent.currency, 'currency').toUpperCase()
  const status = needed('stripe', INTENT_STATUS[intent.status], 'known status')
  const failure = intent.last_payment_error
  /* a failed attempt puts the intent back to the start, where the next one may succeed */
  const hasFailed = status === 'created' && failure
  return {
    id: needed('stripe', intent.id, 'id'),
    paymentId: intent.metadata?.payment_id,
    status: hasFailed ? 'failed' : status,
    amount: amountOf(intent.amount, currency),
    currency,
    capturedAmount: amountOf(intent.amount_received ?? 0, currency),
    failureCode: hasFailed ? (failure.decline_code ?? failure.code) : undefined,
    failureMessage: hasFailed ? failure.message : undefined,
    clientSecret: intent.client_secret ?? undefined,
  }
}

/** @param session with `payment_intent` expanded, where there is one */
export function paymentOfSession(session: Stripe.Checkout.Session): GatewayPayment {
  const currency = needed('stripe', session.currency, 'currency').toUpperCase()
  const amount = amountOf(session.amount_total, currency)
  const page = {
    id: needed('stripe', session.id, 'id'),
    paymentId: session.client_reference_id ?? undefined,
    redirectUrl: session.url ?? undefined,
  }
  const intent = session.payment_intent
  if (intent && typeof intent === 'object') return { ...paymentOfIntent(intent), ...page }
  if (session.payment_status === 'paid')
    return { ...page, status: 'captured', amount, currency, capturedAmount: amount }
  const status = needed('stripe', SESSION_STATUS[session.status ?? ''], 'known status')
  return { ...page, status, amount, currency, capturedAmount: 0 }
}

/** @param id the payment's, as we know it */
export function paymentOfCharge(charge: Stripe.Charge, id: string): GatewayPayment {
  const currency = charge.currency.toUpperCase()
  return {
    id,
    paymentId: charge.metadata?.payment_id,
    status: 'captured',
    amount: amountOf(charge.amount, currency),
    currency,
    capturedAmount: amountOf(charge.amount_captured, currency),
  }
}

export function refundOf(refund: Stripe.Refund, gatewayPaymentId: string): GatewayRefund {
  const currency = needed('stripe', refund.currency, 'currency').toUpperCase()
  const ends: Record<string, GatewayRefund['status']> = {
    succeeded: 'succeeded',
    failed: 'failed',
    canceled: 'failed',
  }
  return {
    id: needed('stripe', refund.id, 'id'),
    refundId: refund.metadata?.refund_id,
    gatewayPaymentId,
    status: ends[refund.status ?? ''] ?? 'pending',
    amount: amountOf(refund.amount, currency),
    currency,
    failureMessage: refund.failure_reason ?? undefined,
  }
}

/** null for what takes no money: an early warning, or a dispute that Stripe prevented. */
export function disputeOf(
  dispute: Stripe.Dispute,
  gatewayPaymentId: string
): GatewayDispute | null {
  const status: string = dispute.status
  if (status.startsWith('warning_') || status === 'prevented') return null
  const currency = dispute.currency.toUpperCase()
  return {
    id: dispute.id,
    gatewayPaymentId,
    status: status === 'won' || status === 'lost' ? status : 'open',
    amount: amountOf(dispute.amount, currency),
    currency,
    reason: dispute.reason,
  }
}
