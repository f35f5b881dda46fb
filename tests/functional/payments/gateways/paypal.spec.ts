import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { connectPaypal, type Connected } from '#tests/helpers/gateways/connected'
import type { PaypalStandIn } from '#tests/helpers/gateways/paypal_stand_in'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  freshKey,
  makeOrder,
  orderRow,
  paymentRow,
  postingsOf,
  sendHook,
  type TestOrder,
} from '#tests/helpers/payments'

const ORDERS = '/api/v1/payments/paypal/orders'
const CAPTURE = '/api/v1/payments/paypal/capture'

test.group('payments.paypal', (group) => {
  let at: Connected<PaypalStandIn>

  group.each.setup(async () => {
    at = await connectPaypal()
    return () => at.disconnect()
  })

  async function begin(client: ApiClient, order: TestOrder) {
    const response = await client
      .post(ORDERS)
      .headers({ ...order.client.headers, ...freshKey() })
      .json({ orderId: order.orderId })
    response.assertStatus(201)
    return response.body().data as { id: string; gatewayOrderId: string; redirectUrl: string }
  }

  function capture(client: ApiClient, order: TestOrder, paymentId: string) {
    const headers = { ...order.client.headers, ...freshKey() }
    return client.post(CAPTURE).headers(headers).json({ paymentId })
  }

  async function hook(type: string, resource: unknown) {
    const { raw, headers } = at.vendor.message(type, resource)
    return sendHook({ raw, headers: { 'content-type': 'application/json', ...headers } }, 'paypal')
  }

  test('approve, capture, and the web hook that comes too: one payment', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    assert.include(payment.redirectUrl, payment.gatewayOrderId)
    const early = await capture(client, order, payment.id)
    assert.equal(early.body().data.status, 'requires_action')
    at.vendor.approve(payment.gatewayOrderId)
    const both = await Promise.all([
      capture(client, order, payment.id),
      capture(client, order, payment.id),
    ])
    for (const response of both) assert.equal(response.body().data.status, 'captured')
    const [captured] = at.vendor.captures.values()
    assert.equal(await hook('PAYMENT.CAPTURE.COMPLETED', captured), 200)
    await drainOutbox()
    assert.equal((await orderRow(order.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.id), ['payment_captured'])
    assert.equal(at.vendor.captures.size, 1)
    const again = await capture(client, order, payment.id)
    assert.equal(again.body().data.status, 'captured')
  })

  test('a dispute about several payments claims each of ours, once, and nobody else’s', async ({
    client,
    assert,
  }) => {
    const paid: Awaited<ReturnType<typeof begin>>[] = []
    for (let i = 0; i < 3; i++) {
      const order = await makeOrder()
      const payment = await begin(client, order)
      at.vendor.approve(payment.gatewayOrderId)
      await capture(client, order, payment.id)
      paid.push(payment)
    }
    const [one, other, foreign] = paid
    // another shop with the same account has sold it
    await db
      .from('payments')
      .where('id', foreign.id)
      .update({ gateway_payment_id: `of ${foreign.id}` })
    const captureOf = ({ gatewayOrderId }: { gatewayOrderId: string }) =>
      [...at.vendor.captures.values()].find(
        (made) => made.supplementary_data.related_ids.order_id === gatewayOrderId
      )
    const disputed = [foreign, one, other].map((each) => captureOf(each))
    const total = disputed.reduce((sum, { amount }) => sum + Number(amount.value), 0)
    const dispute = (status: string, outcome?: string) => ({
      dispute_id: 'PP-D-77',
      disputed_transactions: disputed.map(({ id }) => ({ seller_transaction_id: id })),
      dispute_amount: { ...disputed[0].amount, value: total.toFixed(2) },
      status,
      ...(outcome && { dispute_outcome: { outcome_code: outcome } }),
    })
    const claims = () =>
      db
        .from('disputes')
        .whereIn(
          'payment_id',
          paid.map(({ id }) => id)
        )
        .orderBy('payment_id')
    const ids = [one.id, other.id].sort()
    for (const [status, outcome, type, ours] of [
      ['OPEN', undefined, 'CREATED', 'open'],
      ['UNDER_REVIEW', undefined, 'UPDATED', 'open'],
      ['RESOLVED', 'RESOLVED_BUYER_FAVOUR', 'RESOLVED', 'resolved_client'],
    ] as const) {
      const resource = dispute(status, outcome)
      assert.equal(await hook(`CUSTOMER.DISPUTE.${type}`, resource), 200)
      await hook(`CUSTOMER.DISPUTE.${type}`, resource)
      await drainOutbox()
      const rows = await claims()
      assert.deepEqual(
        rows.map((row) => [row.payment_id, row.status]),
        ids.map((id) => [id, ours])
      )
      for (const row of rows) {
        const payment = await db.from('payments').where('id', row.payment_id).firstOrFail()
        assert.equal(Number(row.booked_amount), Number(payment.captured_amount))
        assert.equal(Number(payment.disputed_amount), Number(payment.captured_amount))
        assert.equal(Number(row.lost_amount), 0)
      }
    }
    const events = await db.from('webhook_events').where('object_id', 'PP-D-77')
    assert.deepEqual([...new Set(events.map(({ state }) => state))], ['done'])
    assert.deepEqual(await wrongBooks(), [])
  })

  test('a dispute about payments of nobody waits', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    await capture(client, order, payment.id)
    await db
      .from('payments')
      .where('id', payment.id)
      .update({ gateway_payment_id: `of ${payment.id}` })
    const [made] = at.vendor.captures.values()
    const twice = [made, made].map(({ id }) => ({ seller_transaction_id: id }))
    const amount = { ...made.amount, value: (2 * Number(made.amount.value)).toFixed(2) }
    const resource = { dispute_id: 'PP-D-78', disputed_transactions: twice, status: 'OPEN' }
    await hook('CUSTOMER.DISPUTE.CREATED', { ...resource, dispute_amount: amount })
    await drainOutbox()
    const event = await db.from('webhook_events').where('object_id', 'PP-D-78').firstOrFail()
    assert.equal(event.state, 'parked')
  })

  test('a decline is told, and another means may pay', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    at.vendor.decline(payment.gatewayOrderId)
    const declined = await capture(client, order, payment.id)
    declined.assertStatus(200)
    assert.equal(declined.body().data.status, 'failed')
    assert.equal(declined.body().data.failure.code, 'instrument_declined')
    assert.equal((await orderRow(order.orderId)).status, 'awaiting_payment')
    const paid = await capture(client, order, payment.id)
    assert.equal(paid.body().data.status, 'captured')
    assert.equal((await orderRow(order.orderId)).status, 'placed')
  })

  test('an app that was closed after the approval: a job captures', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    const approved = at.vendor.orders.get(payment.gatewayOrderId)
    assert.equal(await hook('CHECKOUT.ORDER.APPROVED', approved), 200)
    await drainOutbox()
    assert.equal((await paymentRow(payment.id)).status, 'captured')
    assert.equal((await orderRow(order.orderId)).status, 'placed')
  })

  test('what the job was declined is not tried again by itself', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    at.vendor.decline(payment.gatewayOrderId)
    for (const expected of ['failed', 'authorised', 'authorised']) {
      await hook('CHECKOUT.ORDER.APPROVED', at.vendor.orders.get(payment.gatewayOrderId))
      await drainOutbox()
      assert.equal((await paymentRow(payment.id)).status, expected)
    }
    assert.equal(at.vendor.count('POST', /capture$/), 1)
    const paid = await capture(client, order, payment.id)
    assert.equal(paid.body().data.status, 'captured')
  })

  test('an order that died meanwhile is not paid for', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    await db.from('orders').where({ id: order.orderId }).update({ status: 'expired' })
    const response = await capture(client, order, payment.id)
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'E_ORDER_NOT_PAYABLE')
    await hook('CHECKOUT.ORDER.APPROVED', at.vendor.orders.get(payment.gatewayOrderId))
    await drainOutbox()
    assert.equal(at.vendor.captures.size, 0)
  })

  test('an answer that was lost is asked for again and books once', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    at.vendor.approve(payment.gatewayOrderId)
    at.vendor.misbehave('lost', { path: /capture$/ })
    ;(await capture(client, order, payment.id)).assertStatus(503)
    assert.equal((await paymentRow(payment.id)).status, 'requires_action')
    const again = await capture(client, order, payment.id)
    assert.equal(again.body().data.status, 'captured')
    assert.equal(at.vendor.captures.size, 1)
    assert.deepEqual(await postingsOf(payment.id), ['payment_captured'])
  })

  test('somebody else’s payment looks like none', async ({ client }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    const stranger = await actorOfRole('client')
    const asStranger = { ...order, client: stranger }
    ;(await capture(client, asStranger, payment.id)).assertStatus(404)
    ;(await capture(client, order, newId('payment'))).assertStatus(404)
  })
})
