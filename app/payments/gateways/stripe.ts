/*
 * Stripe, through its SDK. A payment is a PaymentIntent (`pi_`, finished in the client's app) or, when
 * hosted, a Checkout Session (`cs_`, finished on Stripe's page); the rest of Souk never sees the
 * intent behind a session. Payouts are made by hand: Stripe pays only its own connected accounts.
 */
import type Stripe from 'stripe'
import type {
  CreatePayment,
  CreateRefund,
  Gateway,
  GatewayEvent,
  GatewayNews,
  GatewayPayment,
  GatewayRefund,
} from '#payments/gateways/gateway'
import { GatewayRefused, InvalidSignature } from '#payments/errors'
import {
  connect,
  explain,
  fromEnvironment,
  isSession,
  openedBy,
  sessionOf,
  type StripeSettings,
} from '#payments/gateways/stripe_client'
import { newsOfStripe } from '#payments/gateways/stripe_news'
import {
  idOf,
  isHosted,
  paymentOfCharge,
  paymentOfIntent,
  paymentOfSession,
  refundOf,
} from '#payments/gateways/stripe_objects'
import { toVendor } from '#payments/gateways/vendor_amounts'
import { ask, missingIsNull } from '#payments/gateways/vendor_call'

const PAGE = 100

export default class StripeGateway implements Gateway {
  readonly name = 'stripe'
  #sdk?: Promise<Stripe>

  constructor(private settings: StripeSettings = fromEnvironment()) {}

  async createPayment(input: CreatePayment): Promise<GatewayPayment> {
    const units = toVendor('stripe', input.amount, input.currency)
    const idempotency = { idempotencyKey: `create-${input.key}` }
    const currency = input.currency.toLowerCase()
    return this.#ask(async (stripe) => {
      if (input.isHosted)
        return paymentOfSession(
          await stripe.checkout.sessions.create(sessionOf(input, units), idempotency)
        )
      const intent = await stripe.paymentIntents.create(
        {
          amount: units,
          currency,
          description: input.description,
          automatic_payment_methods: { enabled: true },
          metadata: { payment_id: input.paymentId },
        },
        idempotency
      )
      return paymentOfIntent(intent)
    })
  }

  async getPayment(gatewayPaymentId: string): Promise<GatewayPayment | null> {
    return this.#ask(async (stripe) => {
      if (!isSession(gatewayPaymentId)) {
        const intent = await stripe.paymentIntents.retrieve(gatewayPaymentId).catch(missingIsNull)
        return intent && paymentOfIntent(intent)
      }
      const session = await stripe.checkout.sessions
        .retrieve(gatewayPaymentId, { expand: ['payment_intent'] })
        .catch(missingIsNull)
      return session && paymentOfSession(session)
    })
  }

  /** Stripe captures by itself; what was only authorised (made elsewhere) is captured here. */
  async capturePayment(gatewayPaymentId: string, key: string): Promise<GatewayPayment> {
    const payment = await this.#known(gatewayPaymentId)
    if (payment.status !== 'authorised') return payment
    return this.#ask(async (stripe) => {
      const intentId = await this.#intentIdOf(stripe, gatewayPaymentId)
      const idempotency = { idempotencyKey: `capture-${key}` }
      const intent = await stripe.paymentIntents.capture(intentId, {}, idempotency)
      return { ...paymentOfIntent(intent), id: gatewayPaymentId }
    })
  }

  async cancelPayment(gatewayPaymentId: string, key: string): Promise<GatewayPayment> {
    const payment = await this.#known(gatewayPaymentId)
    if (payment.status === 'captured' || payment.status === 'cancelled') return payment
    const idempotency = { idempotencyKey: `cancel-${key}` }
    return this.#ask(async (stripe) => {
      if (!isSession(gatewayPaymentId))
        return paymentOfIntent(
          await stripe.paymentIntents.cancel(gatewayPaymentId, {}, idempotency)
        )
      const session = await stripe.checkout.sessions.expire(gatewayPaymentId, {}, idempotency)
      return { ...paymentOfSession({ ...session, payment_intent: null }), status: 'cancelled' }
    })
  }

  async *listPayments(from: number, to: number): AsyncIterable<GatewayPayment> {
    const created = { gte: Math.floor(from / 1000), lte: Math.ceil(to / 1000) }
    let after: string | undefined
    do {
      const page = await this.#ask((stripe) =>
        stripe.charges.list({ created, limit: PAGE, ...(after && { starting_after: after }) })
      )
      for (const charge of page.data) {
        const intentId = idOf(charge.payment_intent)
        if (!charge.captured || charge.status !== 'succeeded' || !intentId) continue
        const id = await this.#ask((stripe) => this.#paymentIdOf(stripe, intentId, charge))
        yield paymentOfCharge(charge, id)
      }
      after = page.has_more ? page.data.at(-1)?.id : undefined
    } while (after)
  }

  async createRefund(input: CreateRefund): Promise<GatewayRefund> {
    const amount = toVendor('stripe', input.amount, input.currency)
    return this.#ask(async (stripe) => {
      const intentId = await this.#intentIdOf(stripe, input.gatewayPaymentId)
      const made = input.isRepeat && (await refundMade(stripe, intentId, input.refundId))
      if (made) return refundOf(made, input.gatewayPaymentId)
      const refund = await stripe.refunds.create(
        { payment_intent: intentId, amount, metadata: { refund_id: input.refundId } },
        { idempotencyKey: `refund-${input.key}` }
      )
      return refundOf(refund, input.gatewayPaymentId)
    })
  }

  async getRefund(id: string, gatewayPaymentId: string): Promise<GatewayRefund | null> {
    return this.#ask(async (stripe) => {
      const refund = await stripe.refunds.retrieve(id).catch(missingIsNull)
      return refund && refundOf(refund, gatewayPaymentId)
    })
  }

  async verifyEvent(
    raw: string,
    headers: Record<string, string | undefined>
  ): Promise<GatewayEvent> {
    const { 'stripe-signature': signature } = headers
    const { webhookSecrets } = this.settings
    if (!signature || webhookSecrets.length === 0) throw new InvalidSignature()
    const stripe = await this.#client()
    for (const secret of webhookSecrets) {
      const event = openedBy(stripe, raw, signature, secret)
      if (!event) continue
      /* another account's, or a test's beside the live key: none of ours */
      if (event.account || event.livemode !== this.#isLive()) throw new InvalidSignature()
      const objectId = idOf(event.data.object as { id: string }) ?? event.id
      return { id: event.id, type: event.type, objectId, occurredAt: event.created * 1000 }
    }
    throw new InvalidSignature()
  }

  async readEvent(raw: string): Promise<GatewayNews> {
    return this.#ask((stripe) =>
      newsOfStripe(JSON.parse(raw) as Stripe.Event, {
        payment: (id) => this.getPayment(id),
        paymentIdOf: (intentId) => this.#paymentIdOf(stripe, intentId),
        lastRefundOf: async (charge) =>
          (await stripe.refunds.list({ charge, limit: 1 })).data[0] ?? null,
      })
    )
  }

  /** The intent behind a payment: itself, or what its session led to. */
  async #intentIdOf(stripe: Stripe, gatewayPaymentId: string): Promise<string> {
    if (!isSession(gatewayPaymentId)) return gatewayPaymentId
    const session = await stripe.checkout.sessions.retrieve(gatewayPaymentId)
    const intentId = idOf(session.payment_intent)
    if (!intentId) throw new GatewayRefused('stripe', 'nobody has paid on this page')
    return intentId
  }

  /** The payment's id as we know it; `about` (a charge, say) carries the intent's metadata. */
  async #paymentIdOf(
    stripe: Stripe,
    intentId: string,
    about?: { metadata: Stripe.Metadata }
  ): Promise<string> {
    const marked = about ?? (await stripe.paymentIntents.retrieve(intentId))
    if (!isHosted(marked)) return intentId
    const { data } = await stripe.checkout.sessions.list({ payment_intent: intentId, limit: 1 })
    return data[0]?.id ?? intentId
  }

  async #known(gatewayPaymentId: string): Promise<GatewayPayment> {
    const payment = await this.getPayment(gatewayPaymentId)
    if (payment) return payment
    throw new GatewayRefused('stripe', `it knows no payment ${gatewayPaymentId}`)
  }

  #isLive(): boolean {
    return /^(?:sk|rk)_live_/.test(this.settings.secretKey)
  }

  async #ask<T>(question: (stripe: Stripe) => Promise<T>): Promise<T> {
    const answer = async () => question(await this.#client())
    return ask('stripe', answer, explain, this.settings.timeout)
  }

  #client(): Promise<Stripe> {
    return (this.#sdk ??= connect(this.settings))
  }
}

/** Stripe keeps a key for 24 hours; after that the refund's own mark tells that it was made. */
async function refundMade(stripe: Stripe, intentId: string, refundId: string) {
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: PAGE }))
    if (refund.metadata?.refund_id === refundId) return refund
  return null
}
