import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import PollPayment from '#payments/actions/poll_payment'
import StartPayment from '#payments/actions/start_payment'
import SandboxGateway from '#payments/gateways/sandbox'
import { swapGateway } from '#payments/gateways/registry'
import PollPaymentsTask from '#payments/tasks/poll_payments_task'
import { reservePayment } from '#payments/services/open_payment'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor, makeCorner, makePartners } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import {
  freshKey,
  makeOpenPayment,
  makeOrder,
  orderRow,
  paymentRow,
  postingsOf,
  type TestOrder,
} from '#tests/helpers/payments'
import { sized } from '#tests/helpers/sizes'

const URL = '/api/v1/payments/intents'
const LOST_WEBHOOKS = 10

test.group('payments.intents.store', () => {
  test('begins a payment of the order total and hands out what finishes it', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const response = await client
      .post(URL)
      .headers({ ...order.client.headers, ...freshKey() })
      .json({ orderId: order.orderId, gateway: 'sandbox' })
    response.assertStatus(201)
    const { data } = response.body()
    assert.match(data.id, /^pay_/)
    assert.equal(data.status, 'requires_action')
    assert.deepEqual(data.amount, { amount: order.total, currency: 'EUR' })
    assert.isString(data.clientSecret)
    const stored = await paymentRow(data.id)
    assert.match(stored.gateway_payment_id, /^sbp_/)
    assert.isAbove(Number(stored.poll_at), clock.now())
  })

  test('needs a key, an order of one’s own, and a gateway that is there', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const body = { orderId: order.orderId, gateway: 'sandbox' }
    const ask = (headers: Record<string, string>, json: object) =>
      client.post(URL).headers(headers).json(json)

    const keyless = await ask(order.client.headers, body)
    keyless.assertStatus(400)
    assert.equal(keyless.body().errors[0].code, 'E_IDEMPOTENCY_KEY_MISSING')
    const own = () => ({ ...order.client.headers, ...freshKey() })
    ;(await ask(own(), { ...body, orderId: newId('order') })).assertStatus(404)
    const stranger = await actorOfRole('client')
    ;(await ask({ ...stranger.headers, ...freshKey() }, body)).assertStatus(404)
    const off = await ask(own(), { ...body, gateway: 'stripe' })
    off.assertStatus(422)
    assert.equal(off.body().errors[0].field, 'gateway')
    ;(await ask(own(), { orderId: 5, gateway: 'bank' })).assertStatus(422)
    assert.lengthOf(await db.from('payments').where('order_id', order.orderId), 0)
  })

  test('is refused once the order is paid', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    const { headers } = payment.client
    await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(headers)
      .json({})
    await drainOutbox()
    const response = await client
      .post(URL)
      .headers({ ...headers, ...freshKey() })
      .json({ orderId: payment.orderId, gateway: 'sandbox' })
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'E_ORDER_NOT_PAYABLE')
    assert.equal(response.body().errors[0].state, 'placed')
  })

  test('twenty at once make one payment, here and at the gateway', async ({ client, assert }) => {
    const order = await makeOrder()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client
          .post(URL)
          .headers({ ...order.client.headers, ...freshKey() })
          .json({ orderId: order.orderId, gateway: 'sandbox' })
      )
    )
    const ids = new Set(answers.map((answer) => answer.body().data?.id))
    assert.deepEqual([...new Set(answers.map((answer) => answer.status()))], [201])
    assert.lengthOf(ids, 1)
    assert.lengthOf(await db.from('payments').where('order_id', order.orderId), 1)
    assert.lengthOf(await db.from('sandbox_objects').where('our_id', [...ids][0]), 1)
  })

  test('goes on after a crash between the steps', async ({ client, assert }) => {
    const order = await makeOrder()
    const { orderId } = order
    // the process died after its first step
    const crashed = await write((trx) =>
      reservePayment(trx, {
        purpose: 'order',
        orderId,
        clientId: order.client.user.id,
        gateway: 'sandbox',
        amount: order.total,
        currency: 'EUR',
        openFor: `${orderId}:sandbox`,
      })
    )
    assert.equal(crashed.gateway_payment_id, `pending:${crashed.id}`)
    const repeat = await client
      .post(URL)
      .headers({ ...order.client.headers, ...freshKey() })
      .json({ orderId, gateway: 'sandbox' })
    repeat.assertStatus(201)
    assert.equal(repeat.body().data.id, crashed.id)
    assert.match((await paymentRow(crashed.id)).gateway_payment_id, /^sbp_/)
  })
})

/** PAYMENT_TIMEOUTS=500 for the whole suite. */
const ORDERS_WITH_TIMEOUTS = sized({ full: 500, small: 30 })

/** Loses every other call or answer: sometimes nothing happened, sometimes all of it. */
class FickleSandbox extends SandboxGateway {
  async createPayment(input: Parameters<SandboxGateway['createPayment']>[0]) {
    const luck = Math.random()
    if (luck < 0.25) return new Promise<never>(() => {})
    const made = await super.createPayment(input)
    return luck < 0.5 ? new Promise<never>(() => {}) : made
  }
}

test.group('a gateway that does not answer', (group) => {
  let undo = () => {}
  group.each.teardown(() => {
    undo()
    clock.reset()
  })

  /** Does what it is asked, and keeps silent about it. */
  class SilentSandbox extends SandboxGateway {
    calls = 0
    isSilent = true

    async createPayment(input: Parameters<SandboxGateway['createPayment']>[0]) {
      this.calls++
      const made = await super.createPayment(input)
      return this.isSilent ? new Promise<never>(() => {}) : made
    }
  }

  test('is told in time, asked again with the same key, and makes one payment', async ({
    client,
    assert,
  }) => {
    const silent = new SilentSandbox()
    undo = swapGateway(silent, { timeout: 100 })
    const order = await makeOrder()
    const headers = { ...order.client.headers, ...freshKey() }
    const ask = () =>
      client.post(URL).headers(headers).json({ orderId: order.orderId, gateway: 'sandbox' })

    const lost = await ask()
    lost.assertStatus(503)
    assert.equal(lost.body().errors[0].code, 'E_GATEWAY_UNAVAILABLE')
    assert.isNotEmpty(lost.header('retry-after'))
    silent.isSilent = false
    const found = await ask()
    found.assertStatus(201)
    assert.isString(found.body().data.clientSecret)
    const made = await db.from('sandbox_objects').where('our_id', found.body().data.id)
    assert.lengthOf(made, 1)
    assert.equal(silent.calls, 2)
  })

  test('is left alone after five failures, and probed each half minute', async ({
    client,
    assert,
  }) => {
    const silent = new SilentSandbox()
    undo = swapGateway(silent, { timeout: 20 })
    const order = await makeOrder()
    const ask = () =>
      client
        .post(URL)
        .headers({ ...order.client.headers, ...freshKey() })
        .json({ orderId: order.orderId, gateway: 'sandbox' })
    for (let i = 0; i < 9; i++) (await ask()).assertStatus(503)
    assert.equal(silent.calls, 5)
    clock.travel(31_000)
    ;(await ask()).assertStatus(503)
    ;(await ask()).assertStatus(503)
    assert.equal(silent.calls, 6)
    clock.travel(31_000)
    silent.isSilent = false
    ;(await ask()).assertStatus(201)
    ;(await ask()).assertStatus(201)
    assert.equal(silent.calls, 7) // the second one found the payment
    assert.lengthOf(await db.from('payments').where('order_id', order.orderId), 1)
  })

  test('never makes a client pay twice, however often answers are lost', async ({ assert }) => {
    const fickle = new FickleSandbox()
    undo = swapGateway(fickle, { timeout: 5 })
    const payer = await actorOfRole('client')
    let lost = 0
    for (let i = 0; i < ORDERS_WITH_TIMEOUTS; i++) {
      const order = await makeOrder({ client: payer })
      for (;;) {
        const answer = await makeOpenPaymentFor(order).catch((error) => error)
        if (!(answer instanceof Error)) break
        lost++
        clock.travel(31_000) // the breaker may have opened
      }
      const rows = await db.from('payments').where('order_id', order.orderId)
      assert.lengthOf(rows, 1)
      assert.lengthOf(await db.from('sandbox_objects').where('our_id', rows[0].id), 1)
    }
    assert.isAbove(lost, ORDERS_WITH_TIMEOUTS / 4)
  }).timeout(600_000)

  test('is asked by the poller when the client does not come back', async ({ assert }) => {
    const silent = new SilentSandbox()
    undo = swapGateway(silent, { timeout: 50 })
    const order = await makeOrder()
    await assert.rejects(() => makeOpenPaymentFor(order))
    const payment = await db.from('payments').where('order_id', order.orderId).firstOrFail()
    silent.isSilent = false
    await new PollPayment().execute({ paymentId: payment.id })
    const named = await paymentRow(payment.id)
    assert.match(named.gateway_payment_id, /^sbp_/)
    assert.equal(named.status, 'requires_action')
    assert.isString(named.client_secret)
    assert.lengthOf(await db.from('sandbox_objects').where('our_id', payment.id), 1)
  })
})

function makeOpenPaymentFor(order: TestOrder) {
  return new StartPayment().execute({
    actor: asActor(order.client),
    orderId: order.orderId,
    gateway: 'sandbox',
  })
}

test.group('payments.sandbox.confirmations.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('succeeds by a web hook: order, books and mail', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    const response = await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(payment.client.headers)
      .json({ outcome: 'succeed' })
    response.assertStatus(202)
    assert.equal((await paymentRow(payment.paymentId)).status, 'requires_action')
    await drainOutbox()

    const paid = await paymentRow(payment.paymentId)
    assert.equal(paid.status, 'captured')
    assert.equal(Number(paid.captured_amount), payment.total)
    assert.isNull(paid.poll_at)
    assert.equal((await orderRow(payment.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
    const [mail] = await mailsTo(payment.client.user.email!)
    assert.include(mail, '119.00 EUR')
    const event = await db
      .from('webhook_events')
      .where('object_id', payment.gatewayPaymentId)
      .first()
    assert.equal(event.state, 'done')
  })

  test('books each partner’s earning, the tax and the commission', async ({ client, assert }) => {
    const partnerIds = await makePartners(await makeCorner(), 3)
    const payment = await makeOpenPayment({ partnerIds, amount: 3333 })
    await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(payment.client.headers)
      .json({})
    await drainOutbox()
    const entries = await db
      .from('ledger_entries')
      .join('ledger_transactions', 'ledger_transactions.id', 'ledger_entries.transaction_id')
      .join('ledger_accounts', 'ledger_accounts.id', 'ledger_entries.account_id')
      .where('ledger_transactions.ref_id', payment.paymentId)
      .select('ledger_accounts.kind', 'ledger_accounts.owner_id', 'ledger_entries.amount')
    const of = (kind: string) =>
      entries.filter((entry) => entry.kind === kind).map((entry) => Number(entry.amount))
    assert.deepEqual(of('gateway'), [-payment.total])
    assert.deepEqual(of('partner_pending'), [3000, 3000, 3000])
    assert.deepEqual(of('platform_revenue'), [999])
    assert.deepEqual(of('tax'), [payment.total - 9999])
  })

  test('fails, and leaves the order to another attempt', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    const { headers } = payment.client
    await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(headers)
      .json({ outcome: 'fail' })
    await drainOutbox()
    const failed = await paymentRow(payment.paymentId)
    assert.equal(failed.status, 'failed')
    assert.equal(failed.failure_code, 'card_declined')
    assert.equal((await orderRow(payment.orderId)).status, 'awaiting_payment')

    const again = await client
      .post(URL)
      .headers({ ...headers, ...freshKey() })
      .json({ orderId: payment.orderId, gateway: 'sandbox' })
    again.assertStatus(201)
    assert.notEqual(again.body().data.id, payment.paymentId)
    const late = await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(headers)
      .json({})
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'E_PAYMENT_NOT_OPEN')
  })

  test('without a web hook (drop) the poller finds out', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(payment.client.headers)
      .json({ outcome: 'drop' })
    await drainOutbox()
    assert.equal((await paymentRow(payment.paymentId)).status, 'requires_action')
    clock.travel(4 * MINUTE)
    await new PollPaymentsTask().run()
    assert.equal((await paymentRow(payment.paymentId)).status, 'captured')
    assert.equal((await orderRow(payment.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
  })

  test('ten that no web hook tells of are healed within a quarter of an hour', async ({
    client,
    assert,
  }) => {
    const payments = []
    for (let lost = 0; lost < LOST_WEBHOOKS; lost++) {
      const payment = await makeOpenPayment()
      const confirm = client.post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      await confirm.headers(payment.client.headers).json({ outcome: 'drop' })
      payments.push(payment)
    }
    const ids = payments.map(({ paymentId }) => paymentId)
    const healed = async () => {
      const captured = db.from('payments').whereIn('id', ids).where('status', 'captured')
      return (await captured).length
    }
    await drainOutbox()
    assert.equal(await healed(), 0)
    let minutes = 0
    while (minutes < 15 && (await healed()) < LOST_WEBHOOKS) {
      // as often as the schedule runs it
      clock.travel(3 * MINUTE)
      minutes += 3
      await new PollPaymentsTask().run()
    }
    console.log(`  ${LOST_WEBHOOKS} lost web hooks: ${await healed()} healed in ${minutes} minutes`)
    assert.equal(await healed(), LOST_WEBHOOKS)
    for (const { orderId, paymentId } of payments) {
      assert.equal((await orderRow(orderId)).status, 'placed')
      assert.deepEqual(await postingsOf(paymentId), ['payment_captured'])
    }
  })

  test('takes long (hang), and is asked less and less often', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    await client
      .post(`/api/v1/payments/sandbox/${payment.paymentId}/confirm`)
      .headers(payment.client.headers)
      .json({ outcome: 'hang' })
    await drainOutbox()
    const pauses: number[] = []
    for (let i = 0; i < 3; i++) {
      await new PollPayment().execute({ paymentId: payment.paymentId })
      const row = await paymentRow(payment.paymentId)
      assert.equal(row.status, 'pending')
      pauses.push(Math.round((Number(row.poll_at) - clock.now()) / MINUTE))
    }
    assert.deepEqual(pauses, [3, 6, 12])
    clock.travel(11 * MINUTE)
    await drainOutbox()
    assert.equal((await paymentRow(payment.paymentId)).status, 'captured')
  })

  test('is given up by the poller after a week', async ({ assert }) => {
    const payment = await makeOpenPayment()
    clock.travel(7 * 24 * HOUR + MINUTE)
    await new PollPayment().execute({ paymentId: payment.paymentId })
    assert.isNull((await paymentRow(payment.paymentId)).poll_at)
  })
})

test.group('payments.index', () => {
  test('shows a client the own payments alone', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    await makeOpenPayment()
    const response = await client.get('/api/v1/payments').headers(payment.client.headers)
    response.assertStatus(200)
    assert.deepEqual(
      response.body().data.map((row: any) => row.id),
      [payment.paymentId]
    )
  })
})
