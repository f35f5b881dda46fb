import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, HOUR } from '#core/support/clock'
import { newId } from '#core/support/ids'
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
    const one = await client.get(`${URL}/${found.id}`).headers(headers)
    assert.deepEqual(one.body().data, found)
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

  test('that are not there are not found', async ({ client }) => {
    const { headers } = await actorOfRole('dev')
    const missing = [newId('webhookEvent'), newId('event'), 'nonsense']
    for (const id of missing)
      (await client.post(`${URL}/${id}/replay`).headers(headers)).assertStatus(404)
  })
})
