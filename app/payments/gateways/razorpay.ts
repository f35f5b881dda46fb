/*
 * Razorpay, through its SDK: an order that the client pays in Razorpay's form inside the app, captured
 * by Razorpay.
 * What the client's app brings back is checked in razorpay_return.ts. Payouts are made by
 * hand: they belong to another product of Razorpay's.
 */
import type Razorpay from 'razorpay'
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
  isSignedBy,
  unknownIsNull,
  type RazorpaySettings,
} from '#payments/gateways/razorpay_client'
import {
  deciding,
  disputeOf,
  isCaptured,
  paymentOfAttempt,
  paymentOfOrder,
  refundOf,
} from '#payments/gateways/razorpay_objects'
import { toVendor } from '#payments/gateways/vendor_amounts'
import { ask, needed, parsed } from '#payments/gateways/vendor_call'

const PAGE = 100

/**
 * Money that arrives within half an hour is captured by itself; what arrives later waits five days
 * for our capture before it goes back (minutes).
 */
const CAPTURE = {
  capture: 'automatic' as const,
  capture_options: {
    automatic_expiry_period: 30,
    manual_expiry_period: 7200,
    refund_speed: 'normal' as const,
  },
}

export default class RazorpayGateway implements Gateway {
  readonly name = 'razorpay'
  #connection?: Promise<Razorpay>

  constructor(private settings: RazorpaySettings = fromEnvironment()) {}

  async createPayment(input: CreatePayment): Promise<GatewayPayment> {
    const amount = toVendor('razorpay', input.amount, input.currency)
    return this.#ask(async (razorpay) => {
      /* orders know no idempotency key: a repeat finds the first one by its receipt */
      const { items } = await razorpay.orders.all({ receipt: input.paymentId })
      const made = needed('razorpay', items, 'items').find(
        ({ receipt }) => receipt === input.paymentId
      )
      if (made) return this.#withAttempts(razorpay, made)
      const order = await razorpay.orders.create({
        amount,
        currency: input.currency,
        receipt: input.paymentId,
        notes: { payment_id: input.paymentId, description: input.description.slice(0, 256) },
        payment: CAPTURE,
      })
      return paymentOfOrder(order, [])
    })
  }

  async getPayment(gatewayPaymentId: string): Promise<GatewayPayment | null> {
    return this.#ask(async (razorpay) => {
      const order = await razorpay.orders.fetch(gatewayPaymentId).catch(unknownIsNull)
      return order && this.#withAttempts(razorpay, order)
    })
  }

  async capturePayment(gatewayPaymentId: string): Promise<GatewayPayment> {
    return this.#ask(async (razorpay) => {
      const attempt = deciding(await attemptsAt(razorpay, gatewayPaymentId))
      /* no key: a payment is captured once, the second call is refused and the first one stands */
      if (attempt?.status === 'authorized')
        await razorpay.payments
          .capture(attempt.id, attempt.amount, attempt.currency)
          .catch(capturedBefore)
      return this.#known(gatewayPaymentId)
    })
  }

  /** Razorpay cannot cancel an order: the answer is how it stands, and it may still be paid. */
  async cancelPayment(gatewayPaymentId: string): Promise<GatewayPayment> {
    return this.#known(gatewayPaymentId)
  }

  async *listPayments(from: number, to: number): AsyncIterable<GatewayPayment> {
    const window = { from: Math.floor(from / 1000), to: Math.ceil(to / 1000), count: PAGE }
    for (let skip = 0, isLast = false; !isLast; skip += PAGE) {
      const { items } = await this.#ask((razorpay) => razorpay.payments.all({ ...window, skip }))
      const attempts = needed('razorpay', items, 'items')
      for (const attempt of attempts)
        if (isCaptured(attempt) && attempt.order_id) yield paymentOfAttempt(attempt)
      isLast = attempts.length < PAGE
    }
  }

  async createRefund(input: CreateRefund): Promise<GatewayRefund> {
    const amount = toVendor('razorpay', input.amount, input.currency)
    /* Razorpay's keys have letters, digits, - and _ only */
    const key = `refund-${input.key.replace(/[^\w-]/g, '-')}`
    return this.#ask(async (razorpay) => {
      const keyed = await connect(this.settings, { 'X-Refund-Idempotency': key })
      const attempt = deciding(await attemptsAt(razorpay, input.gatewayPaymentId))
      if (!isCaptured(attempt)) throw new GatewayRefused('razorpay', 'nothing was captured')
      const made = input.isRepeat && (await refundMade(razorpay, attempt.id, input.refundId))
      if (made) return refundOf(made, input.gatewayPaymentId)
      const refund = await keyed.payments.refund(attempt.id, {
        amount,
        speed: 'normal',
        receipt: input.refundId,
        notes: { refund_id: input.refundId },
      })
      return refundOf(refund, input.gatewayPaymentId)
    })
  }

  async getRefund(id: string, gatewayPaymentId: string): Promise<GatewayRefund | null> {
    return this.#ask(async (razorpay) => {
      const refund = await razorpay.refunds.fetch(id).catch(unknownIsNull)
      return refund && refundOf(refund, gatewayPaymentId)
    })
  }

  async verifyEvent(
    raw: string,
    headers: Record<string, string | undefined>
  ): Promise<GatewayEvent> {
    const { 'x-razorpay-signature': signature = '', 'x-razorpay-event-id': id } = headers
    const isTrue = this.settings.webhookSecrets.some((secret) => isSignedBy(secret, raw, signature))
    if (!isTrue || !id) throw new InvalidSignature()
    const event = parsed('razorpay', raw)
    const objectId = subjectOf(event)?.id ?? id
    return { id, type: event.event, objectId, occurredAt: event.created_at * 1000 }
  }

  /** What may have changed since is read as it stands now: a late failure undoes no payment. */
  async readEvent(raw: string): Promise<GatewayNews> {
    const event = JSON.parse(raw)
    const subject = subjectOf(event)
    if (!subject) return { about: 'other' }
    const attempt = await this.#attemptBehind(event.payload, subject)
    const orderId = attempt?.order_id ?? event.payload.order?.entity.id
    if (!orderId) return { about: 'other' }
    if (event.event.startsWith('payment.dispute.'))
      return { about: 'dispute', dispute: disputeOf(subject, orderId) }
    if (event.event.startsWith('refund.')) {
      /* Razorpay gives back by itself what was never captured: none of our money */
      const refund = attempt?.captured ? await this.getRefund(subject.id, orderId) : null
      return refund ? { about: 'refund', refund } : { about: 'other' }
    }
    const payment = await this.getPayment(orderId)
    return payment ? { about: 'payment', payment } : { about: 'other' }
  }

  /** The attempt that a message is about; refunds and disputes may come without it. */
  async #attemptBehind(payload: any, subject: any): Promise<any> {
    if (payload.payment || !subject.payment_id) return payload.payment?.entity
    return this.#ask((razorpay) => razorpay.payments.fetch(subject.payment_id).catch(unknownIsNull))
  }

  async #withAttempts(razorpay: Razorpay, order: { id: string }): Promise<GatewayPayment> {
    return paymentOfOrder(order, await attemptsAt(razorpay, order.id))
  }

  async #known(gatewayPaymentId: string): Promise<GatewayPayment> {
    const payment = await this.getPayment(gatewayPaymentId)
    if (payment) return payment
    throw new GatewayRefused('razorpay', `it knows no order ${gatewayPaymentId}`)
  }

  async #ask<T>(question: (razorpay: Razorpay) => Promise<T>): Promise<T> {
    const answer = async () => question(await (this.#connection ??= connect(this.settings)))
    return ask('razorpay', answer, explain, this.settings.timeout)
  }
}

async function attemptsAt(razorpay: Razorpay, orderId: string): Promise<any[]> {
  const { items } = await razorpay.orders.fetchPayments(orderId)
  return needed('razorpay', items, 'items')
}

/** Razorpay does not say how long it keeps a key; the receipt stays. */
async function refundMade(razorpay: Razorpay, attemptId: string, refundId: string): Promise<any> {
  for (let skip = 0; ; skip += PAGE) {
    const page = await razorpay.payments.fetchMultipleRefund(attemptId, { count: PAGE, skip })
    const refunds: any[] = needed('razorpay', page.items, 'items')
    const made = refunds.find(({ receipt }) => receipt === refundId)
    if (made || refunds.length < PAGE) return made ?? null
  }
}

function capturedBefore(error: any): void {
  if (!/already been captured/i.test(explain(error).why)) throw error
}

/** What a message is about: the first of these that it carries. */
function subjectOf({ event, payload }: any): any {
  const kinds: [prefix: string, kind: string][] = [
    ['payment.dispute.', 'dispute'],
    ['payment.', 'payment'],
    ['order.', 'order'],
    ['refund.', 'refund'],
  ]
  const kind = kinds.find(([prefix]) => event.startsWith(prefix))?.[1]
  return kind && payload[kind]?.entity
}
