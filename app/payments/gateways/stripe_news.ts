/*
 * What Stripe's web hooks mean. They come in any order and more than once: a state that a later one
 * may have overtaken is read from Stripe as it is now.
 */
import type Stripe from 'stripe'
import type { GatewayNews, GatewayPayment } from '#payments/gateways/gateway'
import {
  disputeOf,
  idOf,
  isHosted,
  paymentOfIntent,
  refundOf,
} from '#payments/gateways/stripe_objects'

/** What has to be asked for to understand a message. */
export interface StripeAnswers {
  payment(id: string): Promise<GatewayPayment | null>
  paymentIdOf(intentId: string): Promise<string>
  lastRefundOf(chargeId: string): Promise<Stripe.Refund | null>
}

const OTHER: GatewayNews = { about: 'other' }

export async function newsOfStripe(
  event: Stripe.Event,
  answers: StripeAnswers
): Promise<GatewayNews> {
  const { type } = event
  const object = event.data.object as any
  if (type.startsWith('payment_intent.')) return newsOfIntent(object, answers)
  if (type.startsWith('checkout.session.')) return currentPayment(object.id, answers)
  if (type.startsWith('refund.') || type === 'charge.refund.updated')
    return newsOfRefund(object, answers)
  if (type === 'charge.refunded')
    return newsOfRefund(await answers.lastRefundOf(object.id), answers)
  if (type.startsWith('charge.dispute.')) return newsOfDispute(object, answers)
  return OTHER
}

async function newsOfIntent(
  intent: Stripe.PaymentIntent,
  answers: StripeAnswers
): Promise<GatewayNews> {
  if (isHosted(intent)) return currentPayment(await answers.paymentIdOf(intent.id), answers)
  /* nothing comes after success: no need to ask */
  if (intent.status === 'succeeded') return { about: 'payment', payment: paymentOfIntent(intent) }
  return currentPayment(intent.id, answers)
}

async function currentPayment(id: string, answers: StripeAnswers): Promise<GatewayNews> {
  const payment = await answers.payment(id)
  return payment ? { about: 'payment', payment } : OTHER
}

async function newsOfRefund(
  refund: Stripe.Refund | null,
  answers: StripeAnswers
): Promise<GatewayNews> {
  const intentId = idOf(refund?.payment_intent)
  if (!refund || !intentId) return OTHER
  return { about: 'refund', refund: refundOf(refund, await answers.paymentIdOf(intentId)) }
}

async function newsOfDispute(
  dispute: Stripe.Dispute,
  answers: StripeAnswers
): Promise<GatewayNews> {
  const intentId = idOf(dispute.payment_intent)
  if (!intentId) return OTHER
  const known = disputeOf(dispute, await answers.paymentIdOf(intentId))
  return known ? { about: 'dispute', dispute: known } : OTHER
}
