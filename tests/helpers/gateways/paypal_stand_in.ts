/*
 * PayPal on a local port: tokens, Orders v2, Payments v2, transaction search, and the call that says
 * whether PayPal sent a web hook: it remembers the bytes and headers of what it issued.
 */
import { createHash, randomUUID } from 'node:crypto'
import { clock } from '#core/support/clock'
import {
  CURRENCIES,
  decimalsOf,
  ORDER,
  REFUND,
  VERIFY,
} from '#tests/helpers/gateways/paypal_shapes'
import {
  Refusal,
  StandIn,
  type Answer,
  type Call,
  type SignedMessage,
} from '#tests/helpers/gateways/stand_in'

const CERTIFICATE = 'https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594'

export class PaypalStandIn extends StandIn {
  readonly clientId = 'paypal-client'
  readonly clientSecret = 'paypal-secret'
  readonly webhookId = 'WH1A2B3C'
  orders = new Map<string, any>()
  captures = new Map<string, any>()
  refunds = new Map<string, any>()
  #issued = new Map<string, string>()
  #declines = new Map<string, string>()
  /** how the next captures and refunds end at once */
  captureStatus = 'COMPLETED'
  refundStatus = 'COMPLETED'

  protected complaint(issue: string, status = 400) {
    const name = status === 422 ? 'UNPROCESSABLE_ENTITY' : 'INVALID_REQUEST'
    return new Refusal(status, {
      name,
      message: 'refused',
      details: [{ issue, description: issue }],
    })
  }

  protected handle(call: Call): Answer {
    if (call.path === '/v1/oauth2/token') return this.#token(call)
    if (call.headers.authorization !== `Bearer ${this.#accessToken()}`)
      throw new Refusal(401, { name: 'AUTHENTICATION_FAILURE' })
    if (call.path === '/v1/notifications/verify-webhook-signature') return this.#verify(call)
    if (call.path === '/v1/reporting/transactions') return this.#search(call.query)
    const [, version, area, kind, id, verb] = call.path.split('/')
    if (version !== 'v2' || !['checkout', 'payments'].includes(area))
      throw this.complaint('no such path')
    if (call.method === 'GET') return { status: 200, body: this.#read(kind, id) }
    const key = call.headers['paypal-request-id']
    if (!key || key.length > 108) throw this.complaint('no usable PayPal-Request-Id')
    if (!call.headers['content-type']?.startsWith('application/json'))
      throw this.complaint('MALFORMED_REQUEST_JSON')
    return this.once(call, key, () => this.#write(kind, id, verb, call))
  }

  /** The client approves on PayPal's page. */
  approve(orderId: string) {
    this.orders.get(orderId).status = 'APPROVED'
  }

  /** The next capture of this order is declined. */
  decline(orderId: string, issue = 'INSTRUMENT_DECLINED') {
    this.#declines.set(orderId, issue)
  }

  /** A message as PayPal sends it, in its own spacing; it will vouch for these bytes only. */
  message(
    type: string,
    resource: unknown,
    { id = this.newId('WH-'), age = 0 } = {}
  ): SignedMessage {
    const sentAt = new Date(clock.now() - age).toISOString()
    const event = { id, event_version: '1.0', create_time: sentAt, event_type: type, resource }
    const raw = JSON.stringify(event).replace('"event_version":', '"event_version" : ')
    const transmission = randomUUID()
    const signature = createHash('sha256').update(`${transmission}|${raw}`).digest('base64url')
    this.#issued.set(transmission, `sig${signature}|${sentAt}|${raw}`)
    return {
      raw,
      headers: {
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': CERTIFICATE,
        'paypal-transmission-id': transmission,
        'paypal-transmission-sig': `sig${signature}`,
        'paypal-transmission-time': sentAt,
      },
    }
  }

  #accessToken() {
    return Buffer.from(this.clientId).toString('base64url')
  }

  #token(call: Call): Answer {
    const expected = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')
    const isOurs = call.headers.authorization === `Basic ${expected}`
    if (!isOurs) throw new Refusal(401, { error: 'invalid_client', error_description: 'who?' })
    if (call.raw !== 'grant_type=client_credentials') throw this.complaint('unsupported_grant_type')
    const token = { access_token: this.#accessToken(), token_type: 'Bearer', expires_in: 32_400 }
    return { status: 200, body: token }
  }

  /** The message must be the very bytes, so it is cut out of the body rather than parsed. */
  #verify(call: Call): Answer {
    const body = JSON.parse(call.raw)
    this.check(body, VERIFY)
    const raw = call.raw.slice(call.raw.indexOf(',"webhook_event":') + 17, -1)
    const given = `${body.transmission_sig}|${body.transmission_time}|${raw}`
    const isOurs = this.#issued.get(body.transmission_id) === given
    const isForUs = body.webhook_id === this.webhookId && body.cert_url === CERTIFICATE
    const status = isOurs && isForUs ? 'SUCCESS' : 'FAILURE'
    return { status: 200, body: { verification_status: status } }
  }

  #read(kind: string, id: string): unknown {
    const stores: Record<string, Map<string, any>> = {
      orders: this.orders,
      captures: this.captures,
      refunds: this.refunds,
    }
    const found = stores[kind]?.get(id)
    if (found) return found
    throw new Refusal(404, {
      name: 'RESOURCE_NOT_FOUND',
      details: [{ issue: 'INVALID_RESOURCE_ID' }],
    })
  }

  #write(kind: string, id: string | undefined, verb: string | undefined, call: Call): Answer {
    if (kind === 'orders' && !id) return { status: 201, body: this.#newOrder(JSON.parse(call.raw)) }
    if (kind === 'orders' && verb === 'capture') return { status: 201, body: this.#capture(id!) }
    if (kind === 'captures' && verb === 'refund')
      return { status: 201, body: this.#refund(id!, JSON.parse(call.raw)) }
    throw this.complaint(`no ${call.path}`)
  }

  #checkAmount({ currency_code: currency, value }: any) {
    if (!CURRENCIES.has(currency)) throw this.complaint('CURRENCY_NOT_SUPPORTED', 422)
    const decimals = value.split('.')[1]?.length ?? 0
    if (decimals !== decimalsOf(currency)) throw this.complaint('DECIMAL_PRECISION', 422)
  }

  #newOrder(body: any) {
    this.check(body, ORDER)
    const [unit] = body.purchase_units
    this.#checkAmount(unit.amount)
    const id = this.newId('5O')
    const href = `https://www.paypal.com/checkoutnow?token=${id}`
    const order = {
      id,
      intent: body.intent,
      status: 'PAYER_ACTION_REQUIRED',
      purchase_units: [unit],
      links: [
        { href: `https://api-m.paypal.com/v2/checkout/orders/${id}`, rel: 'self', method: 'GET' },
        { href, rel: 'payer-action', method: 'GET' },
      ],
    }
    this.orders.set(id, order)
    return order
  }

  #capture(orderId: string) {
    const order = this.#read('orders', orderId) as any
    if (order.status === 'COMPLETED') throw this.complaint('ORDER_ALREADY_CAPTURED', 422)
    if (order.status !== 'APPROVED') throw this.complaint('ORDER_NOT_APPROVED', 422)
    const decline = this.#declines.get(orderId)
    this.#declines.delete(orderId)
    if (decline) throw this.complaint(decline, 422)
    const [unit] = order.purchase_units
    const id = this.newId('3C')
    const capture = {
      id,
      status: this.captureStatus,
      amount: unit.amount,
      custom_id: unit.custom_id,
      invoice_id: unit.invoice_id,
      final_capture: true,
      create_time: new Date(clock.now()).toISOString(),
      supplementary_data: { related_ids: { order_id: orderId } },
    }
    this.captures.set(id, capture)
    order.status = 'COMPLETED'
    unit.payments = { captures: [capture] }
    return order
  }

  #refund(captureId: string, body: any) {
    this.check(body, REFUND)
    this.#checkAmount(body.amount)
    const capture = this.#read('captures', captureId) as any
    const before = [...this.refunds.values()].filter((each) =>
      each.links[0].href.endsWith(captureId)
    )
    const total = before.reduce(
      (sum, each) => sum + Number(each.amount.value),
      Number(body.amount.value)
    )
    if (total > Number(capture.amount.value) + 1e-9)
      throw this.complaint('REFUND_AMOUNT_EXCEEDED', 422)
    const id = this.newId('7R')
    const up = `https://api-m.paypal.com/v2/payments/captures/${captureId}`
    const refund = { id, ...body, status: this.refundStatus, links: [{ rel: 'up', href: up }] }
    this.refunds.set(id, refund)
    const [unit] = this.orders.get(capture.supplementary_data.related_ids.order_id).purchase_units
    unit.payments.refunds = [...(unit.payments.refunds ?? []), refund]
    capture.status = total === Number(capture.amount.value) ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
    return refund
  }

  #search(query: URLSearchParams): Answer {
    const from = Date.parse(query.get('start_date')!)
    const to = Date.parse(query.get('end_date')!)
    const size = Number(query.get('page_size'))
    if (!(to - from <= 31 * 86_400_000)) throw this.complaint('Date range is greater than 31 days')
    if (query.get('transaction_type') !== 'T0006' || !(size <= 500))
      throw this.complaint('INVALID_REQUEST')
    const found = [...this.captures.values()].filter(({ create_time: at }) => {
      return Date.parse(at) >= from && Date.parse(at) <= to
    })
    const start = (Number(query.get('page')) - 1) * size
    const details = found.slice(start, start + size).map(({ id }) => {
      return { transaction_info: { transaction_id: id, transaction_status: 'S' } }
    })
    const pages = Math.ceil(found.length / size)
    return { status: 200, body: { transaction_details: details, total_pages: pages } }
  }
}
