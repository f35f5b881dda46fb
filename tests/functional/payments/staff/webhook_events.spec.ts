import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, HOUR, toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { eventsOfPayment, webhookEvents } from '#payments/queries/list_webhook_events'
import { findPayment } from '#payments/queries/payment_rows'
import { actorOfRole } from '#tests/helpers/actors'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  hookAbout,
  makeOpenPayment,
  paymentRow,
  postingsOf,
  sendHook,
  signed,
} from '#tests/helpers/payments'
import { isSqlite, planOf } from '#tests/helpers/plans'

const URL = '/api/v1/admin/webhook-events'

test.group('payments.staff.webhook_events', (group) => {
  group.each.teardown(() => clock.reset())

  test('are listed by state, without what they say', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    await sendHook(signed(hookAbout(payment, 'captured')))
    const { headers } = await actorOfRole('dev')
    const response = await client.get(URL).qs({ state: 'received', limit: 100 }).headers(headers)
    response.assertStatus(200)
    const found = response.body().data.find((one: any) => one.objectId === payment.gatewayPaymentId)
    assert.equal(found.type, 'payment.captured')
    assert.notProperty(found, 'raw')
    const shown = await client.get(`${URL}/${found.id}`).headers(headers)
    const { payload, isPayloadCut, ...facts } = shown.body().data
    assert.deepEqual(facts, found)
    assert.isFalse(isPayloadCut)
    assert.equal(payload.object.amount, payment.total)
    await drainOutbox()
    const done = await client.get(URL).qs({ state: 'done', gateway: 'sandbox' }).headers(headers)
    assert.include(
      done.body().data.map((one: any) => one.id),
      found.id
    )
  })

  test('are handled again: what was put aside succeeds, what was done is not done twice', async ({
    client,
    assert,
  }) => {
    const payment = await makeOpenPayment()
    await db
      .from('payments')
      .where('id', payment.paymentId)
      .update({ gateway_payment_id: `sbp_other_${payment.paymentId}` })
    await sendHook(signed(hookAbout(payment, 'captured')))
    clock.travel(73 * HOUR)
    await drainOutbox()
    const find = () =>
      db.from('webhook_events').where('object_id', payment.gatewayPaymentId).firstOrFail()
    const { id, state } = await find()
    assert.equal(state, 'dead')

    await db
      .from('payments')
      .where('id', payment.paymentId)
      .update({ gateway_payment_id: payment.gatewayPaymentId })
    const { headers } = await actorOfRole('dev')
    for (let i = 0; i < 2; i++) {
      const replayed = await client.post(`${URL}/${id}/replay`).headers(headers)
      replayed.assertStatus(200)
      assert.equal(replayed.body().data.state, 'received')
      await drainOutbox()
      assert.equal((await find()).state, 'done')
    }
    assert.equal((await paymentRow(payment.paymentId)).status, 'captured')
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
    assert.lengthOf(await db.from('audit_entries').where('subject_id', id), 2)
  })

  test('show what they say, and nothing of anybody', async ({ client, assert }) => {
    const payment = await makeOpenPayment()
    const canaries = ['Kanarina Vogel', 'kanarina@example.com', '+4917012345678', 'Kanarienweg 5']
    const [name, email, phone, line1] = canaries
    const event = JSON.parse(hookAbout(payment, 'captured'))
    const raw = JSON.stringify({ ...event, customer: { name, email, phone }, shipping: { line1 } })
    await sendHook(signed(raw))
    await drainOutbox()
    const { headers } = await actorOfRole('dev')
    const list = await client.get(URL).qs({ paymentId: payment.paymentId }).headers(headers)
    const [{ id, ...listed }] = list.body().data
    assert.notProperty(listed, 'payload')
    const shown = await client.get(`${URL}/${id}`).headers(headers)
    const replayed = await client.post(`${URL}/${id}/replay`).headers(headers)
    assert.notProperty(replayed.body().data, 'payload')
    for (const answer of [list, shown, replayed])
      for (const canary of canaries) assert.notInclude(JSON.stringify(answer.body()), canary)
    const { payload } = shown.body().data
    assert.include(payload.object, { id: payment.gatewayPaymentId, status: 'captured' })
    assert.equal(payload.customer.name, '[masked]')
  })

  test('are found by payment, handled or not, with those of its refunds', async ({
    client,
    assert,
  }) => {
    const payment = await makeOpenPayment()
    const other = await makeOpenPayment()
    for (const one of [payment, other]) await sendHook(signed(hookAbout(one, 'captured')))
    await drainOutbox()
    const refund = { id: `sbr_${payment.paymentId}`, kind: 'refund' as const }
    const about = { ...refund, parent_id: payment.gatewayPaymentId, our_id: newId('refund') }
    await sendHook(signed(hookAbout(payment, 'succeeded', about)))
    await drainOutbox()
    await sendHook(signed(hookAbout(payment, 'failed')))
    const { headers } = await actorOfRole('dev')
    const types = async (filters: object) => {
      const wanted = { paymentId: payment.paymentId, ...filters }
      const response = await client.get(URL).qs(wanted).headers(headers)
      response.assertStatus(200)
      return response.body().data.map((one: any) => one.type)
    }
    const all = ['payment.failed', 'refund.succeeded', 'payment.captured']
    assert.deepEqual(await types({}), all)
    assert.deepEqual(await types({ state: 'received' }), ['payment.failed'])
    const now = clock.now()
    assert.deepEqual(await types({ since: toIso(now - HOUR), until: toIso(now + HOUR) }), all)
    assert.deepEqual(await types({ since: toIso(now + HOUR) }), [])
    assert.deepEqual(await types({ until: toIso(now - HOUR) }), [])
    const missing = await client
      .get(URL)
      .qs({ paymentId: newId('payment') })
      .headers(headers)
    missing.assertStatus(404)
  })

  test('are found by indexes', async ({ assert }) => {
    const payment = await findPayment((await makeOpenPayment()).paymentId)
    const queries = [
      webhookEvents({ since: 1, until: 2 }),
      webhookEvents({ state: 'dead', since: 1 }),
      ...eventsOfPayment(payment, {}),
    ]
    for (const query of queries) {
      const plan = await planOf('webhook_events', query.orderBy('id', 'desc').limit(21))
      if (isSqlite()) assert.notMatch(plan, /SCAN \w+"/)
      else assert.notInclude(plan, '"possible_keys":null')
    }
  })

  test('that are not there are not found', async ({ client }) => {
    const { headers } = await actorOfRole('dev')
    const missing = [newId('webhookEvent'), newId('event'), 'nonsense']
    for (const id of missing)
      (await client.post(`${URL}/${id}/replay`).headers(headers)).assertStatus(404)
  })
})
