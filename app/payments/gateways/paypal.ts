/*
 * PayPal, through its SDK: an order that the client approves on PayPal's page and we then capture.
 * Payouts are made by hand.
 */
import { DAY } from '#core/support/clock'
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
  issueOf,
  type Paypal,
  type PaypalSettings,
} from '#payments/gateways/paypal_client'
import { arrivalOf, eventOf, isSigned, linkedId } from '#payments/gateways/paypal_events'
import {
  captureOf,
  disputesOf,
  paymentOfCapture,
  paymentOfOrder,
  refundOf,
  refundsOf,
  type PaypalCapture,
} from '#payments/gateways/paypal_objects'
import { toDecimal } from '#payments/gateways/vendor_amounts'
import { ask, missingIsNull, needed } from '#payments/gateways/vendor_call'

const WHOLE = 'return=representation'
/** The longest window of PayPal's transaction search, and its page. */
const WINDOW = 31 * DAY
const PAGE = 100
/** PayPal's code for a payment through checkout. */
const CHECKOUT = 'T0006'

/** Issues that say no to this attempt of the client's, not to the order. */
const DECLINES = new Set([
  'INSTRUMENT_DECLINED',
  'TRANSACTION_REFUSED',
  'PAYER_CANNOT_PAY',
  'PAYER_ACCOUNT_RESTRICTED',
  'PAYER_ACCOUNT_LOCKED_OR_CLOSED',
  'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING',
])
/** Issues after which the order itself tells how it stands. */
const AS_IT_STANDS = new Set(['ORDER_ALREADY_CAPTURED', 'ORDER_NOT_APPROVED'])

export default class PaypalGateway implements Gateway {
  readonly name = 'paypal'
  #connection?: Promise<Paypal>

  constructor(private settings: PaypalSettings = fromEnvironment()) {}

  async createPayment(input: CreatePayment): Promise<GatewayPayment> {
    const value = toDecimal('paypal', input.amount, input.currency)
    const unit = {
      referenceId: input.paymentId,
      customId: input.paymentId,
      /* PayPal takes no second payment for the same invoice */
      invoiceId: input.paymentId,
      description: input.description.slice(0, 127),
      amount: { currencyCode: input.currency, value },
    }
    const page = {
      returnUrl: input.returnUrl,
      cancelUrl: input.cancelUrl,
      shippingPreference: 'NO_SHIPPING',
      userAction: 'PAY_NOW',
    }
    const order = {
      intent: 'CAPTURE',
      purchaseUnits: [unit],
      paymentSource: { paypal: { experienceContext: page } },
    }
    return this.#ask(async ({ orders }) => {
      const { result } = await orders.createOrder({
        body: order as Parameters<typeof orders.createOrder>[0]['body'],
        paypalRequestId: `create-${input.key}`,
        prefer: WHOLE,
      })
      return paymentOfOrder(result)
    })
  }

  async getPayment(gatewayPaymentId: string): Promise<GatewayPayment | null> {
    return this.#ask(async ({ orders }) => {
      const found = await orders.getOrder({ id: gatewayPaymentId }).catch(missingIsNull)
      return found && paymentOfOrder(found.result)
    })
  }

  async capturePayment(gatewayPaymentId: string, key: string): Promise<GatewayPayment> {
    return this.#ask(async ({ orders }) => {
      try {
        const { result } = await orders.captureOrder({
          id: gatewayPaymentId,
          paypalRequestId: `capture-${key}`,
          prefer: WHOLE,
        })
        return paymentOfOrder(result)
      } catch (error) {
        return await this.#afterRefusal(error, gatewayPaymentId)
      }
    })
  }

  /** PayPal cannot cancel an order; without our capture it takes nothing and expires by itself. */
  async cancelPayment(gatewayPaymentId: string): Promise<GatewayPayment> {
    const payment = await this.#known(gatewayPaymentId)
    const isTaken = payment.status === 'captured' || payment.status === 'pending'
    return isTaken ? payment : { ...payment, status: 'cancelled' }
  }

  async *listPayments(from: number, to: number): AsyncIterable<GatewayPayment> {
    for (let start = from; start < to; start += WINDOW)
      for await (const id of this.#captureIds(start, Math.min(start + WINDOW, to))) {
        const payment = await this.#ask(async ({ payments }) => {
          const found = await payments.getCapturedPayment({ captureId: id }).catch(missingIsNull)
          return found && paymentOfCapture(found.result)
        })
        if (payment) yield payment
      }
  }

  async createRefund(input: CreateRefund): Promise<GatewayRefund> {
    const value = toDecimal('paypal', input.amount, input.currency)
    return this.#ask(async ({ orders, payments }) => {
      const order = await orders.getOrder({ id: input.gatewayPaymentId })
      const captureId = captureOf(order.result)?.id
      if (!captureId) throw new GatewayRefused('paypal', 'nothing was captured')
      /* PayPal keeps a key for some weeks at most, the order its refunds for ever */
      const made = refundsOf(order.result).find(({ customId }) => customId === input.refundId)
      if (made) return refundOf(made, input.gatewayPaymentId)
      const { result } = await payments.refundCapturedPayment({
        captureId,
        paypalRequestId: `refund-${input.key}`,
        prefer: WHOLE,
        body: {
          amount: { currencyCode: input.currency, value },
          customId: input.refundId,
          invoiceId: input.refundId,
        },
      })
      return refundOf(result, input.gatewayPaymentId)
    })
  }

  async getRefund(refundId: string, gatewayPaymentId: string): Promise<GatewayRefund | null> {
    return this.#ask(async ({ payments }) => {
      const found = await payments.getRefund({ refundId }).catch(missingIsNull)
      return found && refundOf(found.result, gatewayPaymentId)
    })
  }

  async verifyEvent(
    raw: string,
    headers: Record<string, string | undefined>
  ): Promise<GatewayEvent> {
    const arrival = arrivalOf(raw, headers, this.settings.webhookId)
    if (await this.#ask((paypal) => isSigned(paypal, arrival))) return eventOf(arrival.event)
    throw new InvalidSignature()
  }

  async readEvent(raw: string): Promise<GatewayNews> {
    const { event_type: type, resource } = JSON.parse(raw)
    if (type.startsWith('CHECKOUT.ORDER.')) return this.#newsOfOrder(resource.id)
    if (type.startsWith('CUSTOMER.DISPUTE.')) return this.#newsOfDispute(resource)
    if (type === 'PAYMENT.CAPTURE.REFUNDED' || type.startsWith('PAYMENT.REFUND.')) {
      const orderId = await this.#orderIdOf(linkedId(resource, 'up'))
      const refund = orderId && (await this.getRefund(resource.id, orderId))
      return refund ? { about: 'refund', refund } : { about: 'other' }
    }
    /* REVERSED is left to the dispute that caused it: one loss, one entry */
    if (!type.startsWith('PAYMENT.CAPTURE.') || type === 'PAYMENT.CAPTURE.REVERSED')
      return { about: 'other' }
    return this.#newsOfOrder(
      resource.supplementary_data?.related_ids?.order_id ?? (await this.#orderIdOf(resource.id))
    )
  }

  async #newsOfOrder(id: string | undefined): Promise<GatewayNews> {
    const payment = id ? await this.getPayment(id) : null
    return payment ? { about: 'payment', payment } : { about: 'other' }
  }

  /** A dispute may be about several captures, of which some may be none of ours. */
  async #newsOfDispute(resource: any): Promise<GatewayNews> {
    const disputed: PaypalCapture[] = []
    for (const { seller_transaction_id: id } of resource.disputed_transactions ?? []) {
      const capture = await this.#captureAt(id)
      if (capture) disputed.push(capture)
    }
    const disputes = disputesOf(resource, disputed)
    const news = disputes.map((dispute) => ({ about: 'dispute' as const, dispute }))
    if (news.length > 1) return { about: 'several', news }
    return news[0] ?? { about: 'other' }
  }

  /** The order that a capture belongs to, which is the payment as we know it. */
  async #orderIdOf(captureId: string | undefined): Promise<string | undefined> {
    return (await this.#captureAt(captureId))?.supplementaryData?.relatedIds?.orderId
  }

  async #captureAt(captureId: string | undefined): Promise<PaypalCapture | undefined> {
    if (!captureId) return undefined
    return this.#ask(async ({ payments }) => {
      const found = await payments.getCapturedPayment({ captureId }).catch(missingIsNull)
      return found?.result
    })
  }

  /** A declined capture is an answer; so is an order that was captured before. */
  async #afterRefusal(error: any, id: string): Promise<GatewayPayment> {
    const { issue = '', description } = issueOf(error)
    if (error?.statusCode !== 422) throw error
    if (AS_IT_STANDS.has(issue)) return this.#known(id)
    if (!DECLINES.has(issue)) throw error
    const failure = { failureCode: issue.toLowerCase(), failureMessage: description }
    return { ...(await this.#known(id)), status: 'failed', ...failure }
  }

  async *#captureIds(from: number, to: number): AsyncIterable<string> {
    for (let page = 1, pages = 1; page <= pages; page++) {
      const { result } = await this.#ask(({ transactions }) =>
        transactions.searchTransactions({
          startDate: new Date(from).toISOString(),
          endDate: new Date(to).toISOString(),
          transactionType: CHECKOUT,
          fields: 'transaction_info',
          pageSize: PAGE,
          page,
        })
      )
      pages = result.totalPages ?? 1
      for (const { transactionInfo } of result.transactionDetails ?? [])
        yield needed('paypal', transactionInfo?.transactionId, 'transaction id')
    }
  }

  async #known(gatewayPaymentId: string): Promise<GatewayPayment> {
    const payment = await this.getPayment(gatewayPaymentId)
    if (payment) return payment
    throw new GatewayRefused('paypal', `it knows no order ${gatewayPaymentId}`)
  }

  async #ask<T>(question: (paypal: Paypal) => Promise<T>): Promise<T> {
    const answer = async () => question(await (this.#connection ??= connect(this.settings)))
    return ask('paypal', answer, explain, this.settings.timeout)
  }
}
