/*
 * Razorpay on a local port: orders, attempts to pay them, refunds, the signature its form gives the
 * client's app, and web hooks signed over their bytes.
 */
import { createHmac } from 'node:crypto'
import { clock } from '#core/support/clock'
import { notes, object, oneOf, text, whole } from '#tests/helpers/gateways/shape'
import {
  Refusal,
  StandIn,
  type Answer,
  type Call,
  type SignedMessage,
} from '#tests/helpers/gateways/stand_in'

const amount = whole(100, 50_000_000)
const ORDER = object({
  amount,
  currency: text(/^[A-Z]{3}$/),
  receipt: text(/^pay_/, 40),
  notes,
  payment: object({
    capture: oneOf('automatic'),
    capture_options: object({
      automatic_expiry_period: whole(12, 7200),
      manual_expiry_period: whole(12, 7200),
      refund_speed: oneOf('normal', 'optimum'),
    }),
  }),
})
const REFUND = object({
  amount,
  speed: oneOf('normal', 'optimum'),
  receipt: text(/^rfd_/, 40),
  notes,
})
const CAPTURE = object({ amount, currency: text(/^[A-Z]{3}$/) })

const hmac = (secret: string, content: string) =>
  createHmac('sha256', secret).update(content).digest('hex')

export class RazorpayStandIn extends StandIn {
  readonly keyId = 'rzp_test_stand_in'
  readonly keySecret = 'razorpay-secret'
  readonly webhookSecret = 'razorpay-hook-secret'
  orders = new Map<string, any>()
  payments = new Map<string, any>()
  refunds = new Map<string, any>()
  /** how the next refunds end at once */
  refundStatus = 'processed'
  #clock = 0

  protected complaint(description: string) {
    return new Refusal(400, { error: { code: 'BAD_REQUEST_ERROR', description } })
  }

  protected handle(call: Call): Answer {
    const expected = Buffer.from(`${this.keyId}:${this.keySecret}`).toString('base64')
    if (call.headers.authorization !== `Basic ${expected}`)
      throw new Refusal(401, {
        error: { code: 'BAD_REQUEST_ERROR', description: 'Authentication failed' },
      })
    const [, version, kind, id, verb] = call.path.split('/')
    if (version !== 'v1') throw this.complaint('The requested URL was not found on the server.')
    if (call.method === 'GET') return { status: 200, body: this.#read(kind, id, verb, call.query) }
    const isJson = call.headers['content-type']?.startsWith('application/json')
    if (!isJson) throw this.complaint('Please use the application/json content type')
    return this.#write(kind, id, verb, call)
  }

  /** The client pays in Razorpay's form; what the form then gives the app. */
  pay(orderId: string, status: 'captured' | 'authorized' | 'failed' = 'captured') {
    const order = this.orders.get(orderId)
    const id = this.newId('pay_')
    const hasFailed = status === 'failed'
    const payment = {
      id,
      entity: 'payment',
      amount: order.amount,
      currency: order.currency,
      status,
      order_id: orderId,
      captured: status === 'captured',
      notes: [],
      error_code: hasFailed ? 'BAD_REQUEST_ERROR' : null,
      error_reason: hasFailed ? 'payment_failed' : null,
      error_description: hasFailed ? 'The bank declined the payment.' : null,
      created_at: Math.floor(clock.now() / 1000) + ++this.#clock,
    }
    this.payments.set(id, payment)
    order.status = status === 'captured' ? 'paid' : 'attempted'
    const signature = hmac(this.keySecret, `${orderId}|${id}`)
    return { payment, answer: { orderId, paymentId: id, signature } }
  }

  /** A message with these entities, signed as Razorpay does. */
  message(
    event: string,
    entities: Record<string, unknown>,
    { id = this.newId('evt_'), secret = this.webhookSecret } = {}
  ): SignedMessage {
    const payload = Object.fromEntries(
      Object.entries(entities).map(([kind, entity]) => [kind, { entity }])
    )
    const created = Math.floor(clock.now() / 1000)
    const contains = Object.keys(entities)
    const body = {
      entity: 'event',
      account_id: 'acc_1',
      event,
      contains,
      payload,
      created_at: created,
    }
    const raw = JSON.stringify(body).replaceAll('/', String.raw`\/`)
    const headers = { 'x-razorpay-signature': hmac(secret, raw), 'x-razorpay-event-id': id }
    return { raw, headers }
  }

  #read(kind: string, id: string | undefined, verb: string | undefined, query: URLSearchParams) {
    const stores: Record<string, Map<string, any>> = {
      orders: this.orders,
      payments: this.payments,
      refunds: this.refunds,
    }
    const store = stores[kind]
    if (!store) throw this.complaint('The requested URL was not found on the server.')
    if (!id) return this.#page(store, query)
    const found = store.get(id)
    if (!found) throw this.complaint('The id provided does not exist')
    if (kind === 'payments' && verb === 'refunds') {
      const made = [...this.refunds.values()].filter((each) => each.payment_id === id)
      return this.#page(new Map(made.map((each) => [each.id, each])), query)
    }
    if (verb !== 'payments') return found
    const items = [...this.payments.values()].filter((each) => each.order_id === id)
    return { entity: 'collection', count: items.length, items }
  }

  #page(store: Map<string, any>, query: URLSearchParams) {
    const count = Number(query.get('count') ?? 10)
    if (count > 100) throw this.complaint('The count may not be greater than 100.')
    const from = Number(query.get('from') ?? 0)
    const to = Number(query.get('to') ?? Infinity)
    const skip = Number(query.get('skip') ?? 0)
    const receipt = query.get('receipt')
    const items = [...store.values()]
      .toReversed()
      .filter((each) => !receipt || each.receipt === receipt)
      .filter((each) => each.created_at >= from && each.created_at <= to)
      .slice(skip, skip + count)
    return { entity: 'collection', count: items.length, items }
  }

  #write(kind: string, id: string | undefined, verb: string | undefined, call: Call): Answer {
    const body = JSON.parse(call.raw)
    if (kind === 'orders' && !id) return { status: 200, body: this.#newOrder(body) }
    const payment = kind === 'payments' && this.payments.get(id ?? '')
    if (!payment) throw this.complaint('The id provided does not exist')
    if (verb === 'capture') return { status: 200, body: this.#capture(payment, body) }
    if (verb !== 'refund') throw this.complaint('The requested URL was not found on the server.')
    const key = call.headers['x-refund-idempotency']
    if (!key || !/^[\w-]{10,}$/.test(key)) throw this.complaint('no usable X-Refund-Idempotency')
    return this.once(call, key, () => ({ status: 200, body: this.#refund(payment, body) }))
  }

  /** Networks settle three-decimal currencies to a hundredth. */
  #checkAmount(units: number, currency: string) {
    if (/^(?:KWD|BHD|OMR)$/.test(currency) && units % 10)
      throw this.complaint('The last digit of the amount must be 0')
  }

  #newOrder(body: any) {
    this.check(body, ORDER)
    this.#checkAmount(body.amount, body.currency)
    const { amount: units, currency, receipt } = body
    const created = Math.floor(clock.now() / 1000)
    const order = {
      id: this.newId('order_'),
      entity: 'order',
      amount: units,
      currency,
      receipt,
      status: 'created',
      notes: body.notes,
      created_at: created,
    }
    this.orders.set(order.id, order)
    return order
  }

  #capture(payment: any, body: any) {
    this.check(body, CAPTURE)
    if (payment.captured) throw this.complaint('This payment has already been captured')
    if (payment.status !== 'authorized' || body.amount !== payment.amount)
      throw this.complaint('Only payments which have been authorized can be captured')
    this.orders.get(payment.order_id).status = 'paid'
    return Object.assign(payment, { status: 'captured', captured: true })
  }

  #refund(payment: any, body: any) {
    this.check(body, REFUND)
    const before = [...this.refunds.values()].filter((each) => each.payment_id === payment.id)
    const total = before.reduce((sum, each) => sum + each.amount, body.amount)
    if (!payment.captured) throw this.complaint('The payment status should be captured for action')
    if (total > payment.amount)
      throw this.complaint('The total refund amount is greater than the refund payment amount')
    const refund = {
      id: this.newId('rfnd_'),
      entity: 'refund',
      amount: body.amount,
      currency: payment.currency,
      payment_id: payment.id,
      receipt: body.receipt,
      notes: body.notes,
      status: this.refundStatus,
      created_at: Math.floor(clock.now() / 1000),
    }
    this.refunds.set(refund.id, refund)
    if (total === payment.amount) payment.status = 'refunded'
    return refund
  }
}
