import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { actorOfRole } from '#tests/helpers/actors'
import { connectRazorpay, type Connected } from '#tests/helpers/gateways/connected'
import type { RazorpayStandIn } from '#tests/helpers/gateways/razorpay_stand_in'
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

const ORDERS = '/api/v1/payments/razorpay/orders'
const VERIFY = '/api/v1/payments/razorpay/verify'

test.group('payments.razorpay', (group) => {
  let at: Connected<RazorpayStandIn>

  group.each.setup(async () => {
    at = await connectRazorpay()
    return () => at.disconnect()
  })

  async function begin(client: ApiClient, order: TestOrder) {
    const response = await client
      .post(ORDERS)
      .headers({ ...order.client.headers, ...freshKey() })
      .json({ orderId: order.orderId })
    response.assertStatus(201)
    return response.body().data as { id: string; gatewayOrderId: string; keyId: string }
  }

  function verify(client: ApiClient, { client: payer }: TestOrder, answer: Record<string, string>) {
    return client.post(VERIFY).headers(payer.headers).json({
      razorpayOrderId: answer.orderId,
      razorpayPaymentId: answer.paymentId,
      razorpaySignature: answer.signature,
    })
  }

  async function hook(event: string, entities: Record<string, unknown>) {
    const { raw, headers } = at.vendor.message(event, entities)
    return sendHook(
      { raw, headers: { 'content-type': 'application/json', ...headers } },
      'razorpay'
    )
  }

  test('order, form, verification and web hook: one payment', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    assert.equal(payment.keyId, at.vendor.keyId)
    const { payment: attempt, answer } = at.vendor.pay(payment.gatewayOrderId)
    assert.equal(await hook('payment.captured', { payment: attempt }), 200)
    const verified = await verify(client, order, answer)
    verified.assertStatus(200)
    assert.equal(verified.body().data.status, 'captured')
    await drainOutbox()
    ;(await verify(client, order, answer)).assertStatus(200)
    assert.equal((await orderRow(order.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.id), ['payment_captured'])
  })

  test('money that was only authorised is taken by the verification', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    const { answer } = at.vendor.pay(payment.gatewayOrderId, 'authorized')
    const verified = await verify(client, order, answer)
    assert.equal(verified.body().data.status, 'captured')
    assert.equal((await orderRow(order.orderId)).status, 'placed')
  })

  test('a late authorisation is taken by a job', async ({ client, assert }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    const { payment: attempt } = at.vendor.pay(payment.gatewayOrderId, 'authorized')
    await hook('payment.authorized', { payment: attempt })
    await drainOutbox()
    assert.equal((await paymentRow(payment.id)).status, 'captured')
    assert.equal((await orderRow(order.orderId)).status, 'placed')
  })

  test('only what Razorpay signed is believed, and only of one’s own', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const payment = await begin(client, order)
    const other = await makeOrder({ client: order.client })
    const unpaid = await begin(client, other)
    const { answer } = at.vendor.pay(payment.gatewayOrderId)
    const moved = await verify(client, order, { ...answer, orderId: unpaid.gatewayOrderId })
    moved.assertStatus(400)
    assert.equal(moved.body().errors[0].code, 'E_INVALID_SIGNATURE')
    ;(await verify(client, order, { ...answer, signature: 'x' })).assertStatus(422)
    const stranger = { ...order, client: await actorOfRole('client') }
    ;(await verify(client, stranger, answer)).assertStatus(404)
    assert.equal((await orderRow(other.orderId)).status, 'awaiting_payment')
    assert.equal((await orderRow(order.orderId)).status, 'awaiting_payment')
  })

  test('a late failure of an older attempt undoes nothing', async ({ client, assert }) => {
    const order = await makeOrder()
    const { id, gatewayOrderId } = await begin(client, order)
    const { payment: failed } = at.vendor.pay(gatewayOrderId, 'failed')
    const { payment: paid } = at.vendor.pay(gatewayOrderId)
    await hook('payment.captured', { payment: paid })
    await hook('payment.failed', { payment: failed })
    await hook('payment.authorized', { payment: { ...paid, status: 'authorized' } })
    await drainOutbox()
    assert.equal((await paymentRow(id)).status, 'captured')
    assert.deepEqual(await postingsOf(id), ['payment_captured'])
  })
})
