import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { GatewayUnavailable } from '#payments/errors'
import { swapGateway } from '#payments/gateways/registry'
import { actorOfRole } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { makeOpenPayment, newsOf, orderRow, paymentRow, postingsOf } from '#tests/helpers/payments'
import type { GatewayPayment } from '#payments/gateways/gateway'

/** A gateway that answers one question about payments. */
function gatewayThatSays(answer: () => Promise<GatewayPayment | null>) {
  return swapGateway(Object.assign(new FakeGateway(), { getPayment: answer }))
}

const url = (paymentId: string) => `/api/v1/admin/payments/${paymentId}/sync`
const syncsOf = (paymentId: string) =>
  db.from('audit_entries').where({ action: 'payment.synced', subject_id: paymentId })

test.group('payments.staff.payment_syncs.store', () => {
  test('asks the gateway, books what no web hook told, once, and says who asked', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { headers, user } = await actorOfRole('admin')
    const payment = await makeOpenPayment()
    cleanup(gatewayThatSays(async () => newsOf(payment, 'captured')))
    const { poll_at: planned } = await paymentRow(payment.paymentId)
    assert.isNotNull(planned)
    for (let i = 0; i < 2; i++) {
      const response = await client.post(url(payment.paymentId)).headers(headers)
      response.assertStatus(200)
      assert.equal(response.body().data.status, 'captured')
      assert.notProperty(response.body().data, 'clientSecret')
    }
    assert.equal((await orderRow(payment.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
    const [first, second] = await syncsOf(payment.paymentId).orderBy('id')
    assert.equal(first.actor_id, user.id)
    assert.equal(JSON.parse(first.before).status, 'requires_action')
    assert.equal(JSON.parse(first.after).status, 'captured')
    assert.equal(JSON.parse(second.before).status, 'captured')
  })

  test('says when the gateway does not answer, and leaves everything as it was', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { headers } = await actorOfRole('admin')
    const payment = await makeOpenPayment()
    const before = await paymentRow(payment.paymentId)
    cleanup(
      gatewayThatSays(async () => {
        throw new GatewayUnavailable('sandbox', 'it is away')
      })
    )
    const response = await client.post(url(payment.paymentId)).headers(headers)
    response.assertStatus(503)
    assert.equal(response.body().errors[0].code, 'E_GATEWAY_UNAVAILABLE')
    assert.deepEqual(await paymentRow(payment.paymentId), before)
    assert.lengthOf(await syncsOf(payment.paymentId), 0)
  })

  test('flags an amount that is not ours instead of booking it', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { headers } = await actorOfRole('admin')
    const payment = await makeOpenPayment()
    cleanup(gatewayThatSays(async () => newsOf(payment, 'captured', { amount: 1 })))
    const response = await client.post(url(payment.paymentId)).headers(headers)
    response.assertStatus(200)
    assert.include(response.body().data, { status: 'requires_action', flag: 'amount' })
    assert.deepEqual(await postingsOf(payment.paymentId), [])
  })
})
