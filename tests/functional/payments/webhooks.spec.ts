import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { outbox } from '#core/outbox/outbox'
import { claimAndRun } from '#core/queue/run_job'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { randomFrom } from '#core/support/random'
import StartPayment from '#payments/actions/start_payment'
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#payments/gateways/sandbox_signature'
import { unique } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  hookAbout,
  makeOpenPayment,
  moneyFootprint,
  orderRow,
  paymentRow,
  postingsOf,
  sendHook,
  signed,
  type OpenPayment,
} from '#tests/helpers/payments'
import { sized } from '#tests/helpers/sizes'

const EVENTS = sized({ full: 1000, small: 100 })
const DELIVERIES = 5
const ORDERS_OF_NEWS = sized({ full: 120, small: 24 })
const AT_A_TIME = 8

test.group('payments.webhooks.sandbox', (group) => {
  group.each.teardown(() => clock.reset())

  test('events that come five times each, shuffled, have one effect each', async ({ assert }) => {
    const payments: OpenPayment[] = []
    for (let i = 0; i < EVENTS; i++) payments.push(await makeOpenPayment())
    const deliveries = shuffled(
      payments.flatMap((payment) =>
        Array.from({ length: DELIVERIES }, () => hookAbout(payment, 'captured', { updated_at: 1 }))
      )
    )
    const statuses = await inParallel(deliveries, (raw) => sendHook(signed(raw)))
    assert.deepEqual([...new Set(statuses)], [200])

    const ids = payments.map(({ gatewayPaymentId }) => gatewayPaymentId)
    assert.lengthOf(await db.from('webhook_events').whereIn('object_id', ids), EVENTS)
    await drainOutbox()
    for (const { paymentId, orderId } of payments) {
      assert.deepEqual(await postingsOf(paymentId), ['payment_captured'])
      assert.equal((await orderRow(orderId)).status, 'placed')
    }
    assert.lengthOf(
      await db.from('webhook_events').whereIn('object_id', ids).where('state', 'done'),
      EVENTS
    )
  }).timeout(600_000)

  test('the same news told by many events at once has one effect', async ({ assert }) => {
    const payment = await makeOpenPayment()
    const raws = Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({
        ...JSON.parse(hookAbout(payment, 'captured')),
        id: `sev_${payment.paymentId}_${i}`,
      })
    )
    await inParallel(raws, (raw) => sendHook(signed(raw)))
    const jobs = await db
      .from('outbox')
      .where({ name: 'payments.handle_webhook_event', state: 'pending' })
      .select('id')
    await Promise.all(jobs.map(({ id }) => claimAndRun(id)))
    await drainOutbox()
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
  })

  test('forgeries change nothing', async ({ assert }) => {
    const payment = await makeOpenPayment()
    const raw = hookAbout(payment, 'captured')
    const good = signed(raw)
    const sign = (secret: string, at: number) => ({
      raw,
      headers: {
        'content-type': 'application/json',
        [TIMESTAMP_HEADER]: String(at),
        [SIGNATURE_HEADER]: createHmac('sha256', secret).update(`${at}.${raw}`).digest('hex'),
      },
    })
    const without = (name: string) => ({ raw, headers: omit(good.headers, name) })
    const now = clock.now()
    const signedAt = Number(good.headers[TIMESTAMP_HEADER])
    const forgeries = [
      without(SIGNATURE_HEADER),
      without(TIMESTAMP_HEADER),
      sign('another secret', now),
      sign('', now),
      signed(raw, now - 301_000),
      signed(raw, now + 600_000),
      { raw, headers: { ...good.headers, [TIMESTAMP_HEADER]: String(signedAt - 1) } },
      { raw, headers: { ...good.headers, [TIMESTAMP_HEADER]: 'NaN' } },
      { raw: '', headers: good.headers },
      { raw: '{', headers: good.headers },
      ...Array.from({ length: 50 }, (_, at) => ({
        raw: flipped(raw, Math.floor((at * raw.length) / 50)),
        headers: good.headers,
      })),
      ...Array.from({ length: 40 }, (_, at) => ({
        raw,
        headers: {
          ...good.headers,
          [SIGNATURE_HEADER]: flipped(good.headers[SIGNATURE_HEADER], at),
        },
      })),
    ]
    const before = await moneyFootprint()
    const statuses = await inParallel(forgeries, (forgery) => sendHook(forgery))
    assert.deepEqual([...new Set(statuses)], [400])
    for (const gateway of ['stripe', 'paypal', 'razorpay'])
      assert.equal(await sendHook(good, gateway), 400)
    await drainOutbox()
    assert.deepEqual(await moneyFootprint(), before)
    assert.equal(await sendHook(good), 200)
  })

  test('every order of news ends in the same state', async ({ assert }) => {
    const random = randomFrom(20261123)
    const orders = permutations(['created', 'authorised', 'old failed', 'captured', 'refunded'])
      .map((order) => ({ order, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, ORDERS_OF_NEWS)
    const told: { order: string; payment: OpenPayment; oldId: string }[] = []
    for (const { order } of orders) {
      const { payment, oldId, hooks } = await storyOfPayment()
      for (const news of order) assert.equal(await sendHook(signed(hooks[news])), 200)
      told.push({ order: order.join(), payment, oldId })
    }
    await drainOutbox()
    // a refund that came before its payment was parked
    clock.travel(MINUTE)
    await drainOutbox()
    for (const { order, payment, oldId } of told) {
      const {
        status,
        open_for: openFor,
        refunded_amount: back,
      } = await paymentRow(payment.paymentId)
      const refunds = await db.from('refunds').where('order_id', payment.orderId)
      const end = {
        order: (await orderRow(payment.orderId)).status,
        payment: [status, openFor, Number(back)],
        postings: await postingsOf(payment.paymentId),
        refunds: refunds.map((one) => [one.payment_id, one.status, Number(one.amount)]),
        old: await postingsOf(oldId),
      }
      assert.deepEqual(
        end,
        {
          order: 'refunded',
          payment: ['captured', null, payment.total],
          postings: ['payment_captured'],
          refunds: [[payment.paymentId, 'succeeded', payment.total]],
          old: [],
        },
        order
      )
      assert.include(['failed', 'cancelled'], (await paymentRow(oldId)).status, order)
    }
    console.log(`  ${told.length} orders of five events: one end`)
    assert.deepEqual(await wrongBooks(), [])
  }).timeout(300_000)

  test('another amount or currency is flagged, never booked', async ({ assert }) => {
    for (const wrong of [{ amount: 1 }, { currency: 'USD' }]) {
      const payment = await makeOpenPayment()
      assert.equal(await sendHook(signed(hookAbout(payment, 'captured', wrong))), 200)
      await drainOutbox()
      const row = await paymentRow(payment.paymentId)
      assert.equal(row.flag, 'amount')
      assert.equal(row.status, 'requires_action')
      assert.equal((await orderRow(payment.orderId)).status, 'awaiting_payment')
      assert.deepEqual(await postingsOf(payment.paymentId), [])
      const audits = await db.from('audit_entries').where('subject_id', payment.paymentId)
      assert.deepEqual(
        audits.map((entry) => entry.action),
        ['payment.flagged']
      )
    }
  })

  test('news that overtakes the answer to our own call finds its payment', async ({ assert }) => {
    const payment = await makeOpenPayment()
    const pending = `pending:${payment.paymentId}`
    await db.from('payments').where('id', payment.paymentId).update({
      gateway_payment_id: pending,
      status: 'created',
    })
    await sendHook(signed(hookAbout(payment, 'captured')))
    await drainOutbox()
    const row = await paymentRow(payment.paymentId)
    assert.equal(row.gateway_payment_id, payment.gatewayPaymentId)
    assert.equal(row.status, 'captured')
  })

  test('what is about nothing we know is parked, tried again, and put aside after three days', async ({
    assert,
  }) => {
    const stranger = { paymentId: newId('payment'), gatewayPaymentId: 'sbp_unknown', total: 500 }
    await sendHook(signed(hookAbout(stranger, 'captured', { id: `sbp_${stranger.paymentId}` })))
    await drainOutbox()
    const find = () =>
      db.from('webhook_events').where('object_id', `sbp_${stranger.paymentId}`).first()
    assert.equal((await find()).state, 'parked')
    clock.travel(1100)
    await drainOutbox()
    assert.isAbove(Number((await find()).attempts), 1)
    clock.travel(73 * HOUR)
    await drainOutbox()
    const dead = await find()
    assert.equal(dead.state, 'dead')
    assert.include(dead.last_error, 'We know nothing of')
  })

  test('what means nothing to us is ignored', async ({ assert }) => {
    const raw = JSON.stringify({
      id: `sev_${newId('payment')}`,
      type: 'coffee.ready',
      occurredAt: clock.now(),
      object: { id: 'cup_1', kind: 'cup' },
    })
    assert.equal(await sendHook(signed(raw)), 200)
    await drainOutbox()
    const { id } = JSON.parse(raw)
    assert.equal((await db.from('webhook_events').where('event_id', id).first()).state, 'ignored')
  })

  test('only what is stored is acknowledged', async ({ assert }) => {
    const payment = await makeOpenPayment()
    const hook = signed(hookAbout(payment, 'captured'))
    const dispatch = outbox.dispatch
    outbox.dispatch = async () => {
      throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
    }
    try {
      assert.equal(await sendHook(hook), 503)
    } finally {
      outbox.dispatch = dispatch
    }
    const stored = () => db.from('webhook_events').where('object_id', payment.gatewayPaymentId)
    assert.lengthOf(await stored(), 0)
    assert.equal(await sendHook(hook), 200)
    assert.lengthOf(await stored(), 1)
  })
})

/** An order with two attempts at paying it, and the web hooks of their lives. */
async function storyOfPayment() {
  const old = await makeOpenPayment()
  const { id: paymentId, gateway_payment_id: gatewayPaymentId } = await new StartPayment().execute({
    actor: asActor(old.client),
    orderId: old.orderId,
    gateway: 'sandbox',
    isHosted: true,
  })
  const payment = { ...old, paymentId, gatewayPaymentId }
  const refund = {
    id: unique('sbr_'),
    kind: 'refund',
    parent_id: gatewayPaymentId,
    our_id: '',
  } as const
  const hooks: Record<string, string> = {
    'created': hookAbout(payment, 'requires_action'),
    'authorised': hookAbout(payment, 'authorised'),
    'old failed': hookAbout(old, 'failed'),
    'captured': hookAbout(payment, 'captured'),
    'refunded': hookAbout(payment, 'succeeded', refund),
  }
  return { payment, oldId: old.paymentId, hooks }
}

function omit(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
}

/** One character changed into another. */
function flipped(text: string, at: number): string {
  const other = text[at] === '7' ? '8' : '7'
  return text.slice(0, at) + other + text.slice(at + 1)
}

function shuffled<T>(list: T[]): T[] {
  return list
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

function permutations<T>(list: T[]): T[][] {
  if (list.length <= 1) return [list]
  return list.flatMap((first, at) =>
    permutations(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest])
  )
}

/** Eight at a time, as a gateway that catches up. */
async function inParallel<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) results.push(await work(items[next++]))
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, worker))
  return results
}
