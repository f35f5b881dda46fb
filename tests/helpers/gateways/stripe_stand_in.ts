/*
 * Stripe on a local port: PaymentIntents, Checkout Sessions, charges, refunds, and web hooks signed
 * as Stripe signs them.
 */
import Stripe from 'stripe'
import { clock } from '#core/support/clock'
import { formTree } from '#tests/helpers/gateways/form'
import { INTENT, REFUND, SESSION } from '#tests/helpers/gateways/stripe_shapes'
import {
  Refusal,
  StandIn,
  type Answer,
  type Call,
  type SignedMessage,
} from '#tests/helpers/gateways/stand_in'

export class StripeStandIn extends StandIn {
  readonly secretKey = 'sk_test_stand_in'
  readonly webhookSecret = 'whsec_stand_in'
  intents = new Map<string, any>()
  sessions = new Map<string, any>()
  charges = new Map<string, any>()
  refunds = new Map<string, any>()
  /** how the next refunds end at once */
  refundStatus = 'succeeded'

  protected complaint(message: string) {
    return new Refusal(400, { error: { type: 'invalid_request_error', message } })
  }

  protected handle(call: Call): Answer {
    if (call.headers.authorization !== `Bearer ${this.secretKey}`)
      throw new Refusal(401, {
        error: { type: 'invalid_request_error', message: 'Invalid API Key' },
      })
    if (!call.headers['stripe-version']) throw this.complaint('no Stripe-Version')
    const [, version, kind, ...rest] = call.path.split('/')
    const resource = kind === 'checkout' ? rest.shift() : kind
    if (version !== 'v1') throw this.complaint('no such version')
    if (call.method === 'GET') return { status: 200, body: this.#read(resource!, rest[0], call) }
    const key = call.headers['idempotency-key']
    if (!key) throw this.complaint('no Idempotency-Key')
    const work = () => ({ status: 200, body: this.#write(resource!, rest, call) })
    return this.once(call, key, work)
  }

  /** The client pays: what a card form or the Checkout page does. */
  pay(id: string, status: 'succeeded' | 'requires_capture' | 'processing' = 'succeeded') {
    const intent = this.#intentBehind(id)
    const isPaid = status === 'succeeded'
    Object.assign(intent, { status, amount_received: isPaid ? intent.amount : 0 })
    Object.assign(intent, { last_payment_error: null })
    const session = this.sessions.get(id)
    if (session)
      Object.assign(session, { status: 'complete', payment_status: isPaid ? 'paid' : 'unpaid' })
    if (isPaid) this.#charge(intent)
    return intent
  }

  /** The client's card is declined; the intent may be paid by another. */
  decline(id: string, code = 'insufficient_funds') {
    const error = { code: 'card_declined', decline_code: code, message: 'Your card was declined.' }
    return Object.assign(this.#intentBehind(id), { last_payment_error: error })
  }

  /** A message about an object, signed as Stripe does. */
  message(
    type: string,
    about: unknown,
    { id = this.newId('evt_'), secret = this.webhookSecret, age = 0, extra = {} } = {}
  ): SignedMessage {
    const created = Math.floor(clock.now() / 1000) - age
    const event = { id, object: 'event', type, created, livemode: false, data: { object: about } }
    const raw = JSON.stringify({ ...event, ...extra }, null, 2)
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: raw,
      secret,
      timestamp: created,
    })
    return { raw, headers: { 'stripe-signature': signature } }
  }

  #intentBehind(id: string): any {
    const session = this.sessions.get(id)
    if (!session) return this.intents.get(id)
    session.payment_intent ??= this.#newIntent(
      session.amount_total,
      session.currency,
      session.hidden
    ).id
    return this.intents.get(session.payment_intent)
  }

  #charge(intent: any) {
    const charge = {
      id: this.newId('ch_'),
      object: 'charge',
      amount: intent.amount,
      amount_captured: intent.amount,
      captured: true,
      status: 'succeeded',
      currency: intent.currency,
      payment_intent: intent.id,
      metadata: intent.metadata,
      created: Math.floor(clock.now() / 1000),
    }
    this.charges.set(charge.id, charge)
    intent.latest_charge = charge.id
  }

  #read(resource: string, id: string | undefined, call: Call): unknown {
    const stores: Record<string, Map<string, any>> = {
      payment_intents: this.intents,
      sessions: this.sessions,
      refunds: this.refunds,
      charges: this.charges,
    }
    const store = stores[resource]
    if (!store) throw this.complaint(`unknown resource ${resource}`)
    if (!id) return this.#page(store, call.query)
    const found = store.get(id)
    if (!found)
      throw new Refusal(404, { error: { type: 'invalid_request_error', code: 'resource_missing' } })
    const isExpanded = call.query.get('expand[0]') === 'payment_intent'
    return isExpanded
      ? { ...found, payment_intent: this.intents.get(found.payment_intent) ?? null }
      : found
  }

  #page(store: Map<string, any>, query: URLSearchParams): unknown {
    const limit = Number(query.get('limit') ?? 10)
    if (limit > 100) throw this.complaint('limit above 100')
    const matches = [...store.values()].toReversed().filter((each) => {
      const isIn = ['payment_intent', 'charge'].every(
        (name) => !query.has(name) || each[name] === query.get(name)
      )
      const isSince =
        each.created === undefined || each.created >= Number(query.get('created[gte]') ?? 0)
      return isIn && isSince && !(each.created > Number(query.get('created[lte]') ?? Infinity))
    })
    const after = matches.findIndex(({ id }) => id === query.get('starting_after')) + 1
    const data = matches.slice(after, after + limit)
    return { object: 'list', data, has_more: after + limit < matches.length }
  }

  #write(resource: string, [id, verb]: string[], call: Call): unknown {
    const body = formTree(call.raw, ['amount', 'unit_amount', 'quantity']) as any
    if (resource === 'payment_intents' && !id) {
      this.check(body, INTENT)
      this.#checkAmount(body.amount, body.currency)
      return this.#newIntent(body.amount, body.currency, body.metadata)
    }
    if (resource === 'sessions' && !id) return this.#newSession(body)
    if (resource === 'refunds' && !id) return this.#refund(body)
    const subject = this.intents.get(id) ?? this.sessions.get(id)
    const ends: Record<string, string> = { cancel: 'canceled', expire: 'expired' }
    if (!subject || !(verb in { ...ends, capture: 1 })) throw this.complaint(`no ${call.path}`)
    if (verb === 'capture') return this.pay(id)
    if (subject.status === 'succeeded' || subject.status === 'complete')
      throw this.complaint('payment_intent_unexpected_state')
    return Object.assign(subject, { status: ends[verb] })
  }

  /** Stripe: three-decimal amounts end in 0; ISK and UGX are written in hundredths that are 00. */
  #checkAmount(units: number, code: string) {
    const step = /^(bhd|jod|kwd|omr|tnd)$/.test(code) ? 10 : /^(isk|ugx)$/.test(code) ? 100 : 1
    if (units % step) throw this.complaint(`${units} of ${code} must be a multiple of ${step}`)
  }

  #newIntent(units: number, code: string, metadata: unknown) {
    const id = this.newId('pi_')
    const intent = {
      id,
      object: 'payment_intent',
      amount: units,
      amount_received: 0,
      currency: code,
      status: 'requires_payment_method',
      last_payment_error: null as unknown,
      client_secret: `${id}_secret`,
      metadata,
    }
    this.intents.set(id, intent)
    return intent
  }

  #newSession(body: any) {
    this.check(body, SESSION)
    const { unit_amount: units, currency: code } = body.line_items[0].price_data
    this.#checkAmount(units, code)
    const id = this.newId('cs_test_')
    const session = {
      id,
      object: 'checkout.session',
      amount_total: units,
      currency: code,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null as string | null,
      client_reference_id: body.client_reference_id,
      url: `https://checkout.stripe.com/c/pay/${id}`,
      hidden: body.payment_intent_data.metadata,
    }
    this.sessions.set(id, session)
    return session
  }

  #refund(body: any) {
    this.check(body, REFUND)
    const charge = [...this.charges.values()].find(
      (each) => each.payment_intent === body.payment_intent
    )
    if (!charge) throw this.complaint('the intent has no charge')
    const before = [...this.refunds.values()].filter((each) => each.charge === charge.id)
    const total = before.reduce((sum, each) => sum + each.amount, body.amount)
    if (total > charge.amount) throw this.complaint('greater than unrefunded amount on charge')
    const refund = {
      id: this.newId('re_'),
      object: 'refund',
      amount: body.amount,
      currency: charge.currency,
      charge: charge.id,
      payment_intent: charge.payment_intent,
      metadata: body.metadata,
      status: this.refundStatus,
      failure_reason: this.refundStatus === 'failed' ? 'lost_or_stolen_card' : undefined,
    }
    this.refunds.set(refund.id, refund)
    return refund
  }
}
