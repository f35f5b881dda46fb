import { test } from '@japa/runner'
import { connectStripe, type Connected } from '#tests/helpers/gateways/connected'
import type { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  freshKey,
  makeOrder,
  orderRow,
  paymentRow,
  postingsOf,
  sendHook,
} from '#tests/helpers/payments'

const CHECKOUT = '/api/v1/payments/stripe/checkout'

test.group('payments.stripe.checkouts.store', (group) => {
  let at: Connected<StripeStandIn>

  group.each.setup(async () => {
    at = await connectStripe()
    return () => at.disconnect()
  })

  test('leads to Stripe’s page, and its web hook places the order once', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const ask = () =>
      client
        .post(CHECKOUT)
        .headers({ ...order.client.headers, ...freshKey() })
        .json({ orderId: order.orderId })
    const response = await ask()
    response.assertStatus(201)
    const { data } = response.body()
    assert.match(data.redirectUrl, /^https:\/\/checkout\.stripe\.com/)
    assert.deepEqual(data.amount, { amount: order.total, currency: 'EUR' })
    assert.equal((await ask()).body().data.id, data.id)
    assert.equal(at.vendor.sessions.size, 1)

    const { gateway_payment_id: session } = await paymentRow(data.id)
    const intent = at.vendor.pay(session)
    const paid = at.vendor.message('payment_intent.succeeded', intent)
    const completed = at.vendor.message(
      'checkout.session.completed',
      at.vendor.sessions.get(session)
    )
    for (const message of [paid, completed, paid])
      assert.equal(await sendHook(jsonOf(message), 'stripe'), 200)
    await drainOutbox()
    assert.equal((await orderRow(order.orderId)).status, 'placed')
    assert.equal((await paymentRow(data.id)).status, 'captured')
    assert.deepEqual(await postingsOf(data.id), ['payment_captured'])
  })

  test('an intent in the app, declined first and paid then', async ({ client, assert }) => {
    const order = await makeOrder()
    const response = await client
      .post('/api/v1/payments/intents')
      .headers({ ...order.client.headers, ...freshKey() })
      .json({ orderId: order.orderId, gateway: 'stripe' })
    const { data } = response.body()
    assert.isString(data.clientSecret)
    const { gateway_payment_id: name } = await paymentRow(data.id)
    const declined = at.vendor.message('payment_intent.payment_failed', at.vendor.decline(name))
    await sendHook(jsonOf(declined), 'stripe')
    await drainOutbox()
    assert.equal((await paymentRow(data.id)).failure_code, 'insufficient_funds')
    assert.equal((await orderRow(order.orderId)).status, 'awaiting_payment')
    await sendHook(
      jsonOf(at.vendor.message('payment_intent.succeeded', at.vendor.pay(name))),
      'stripe'
    )
    await drainOutbox()
    assert.equal((await orderRow(order.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(data.id), ['payment_captured'])
  })

  test('an answer that was lost: pending for the client, one session in the end', async ({
    client,
    assert,
  }) => {
    const order = await makeOrder()
    const headers = { ...order.client.headers, ...freshKey() }
    const ask = () => client.post(CHECKOUT).headers(headers).json({ orderId: order.orderId })
    at.vendor.misbehave('fail')
    const first = await ask()
    first.assertStatus(503)
    assert.equal(first.body().errors[0].code, 'E_GATEWAY_UNAVAILABLE')
    first.assertHeader('retry-after', '30')
    ;(await ask()).assertStatus(201)
    assert.equal(at.vendor.sessions.size, 1)
  })

  test('needs a key and an order that can be paid', async ({ client }) => {
    const order = await makeOrder()
    const { headers } = order.client
    const keyless = await client.post(CHECKOUT).headers(headers).json({ orderId: order.orderId })
    keyless.assertStatus(400)
    const invalid = await client
      .post(CHECKOUT)
      .headers({ ...headers, ...freshKey() })
      .json({})
    invalid.assertStatus(422)
  })

  test('forgeries change nothing', async ({ assert }) => {
    const order = await makeOrder()
    const good = at.vendor.message('payment_intent.succeeded', { id: 'pi_1', status: 'succeeded' })
    const forged = { raw: good.raw.replace('pi_1', 'pi_2'), headers: good.headers }
    assert.equal(await sendHook(jsonOf(forged), 'stripe'), 400)
    const old = at.vendor.message('payment_intent.succeeded', { id: 'pi_1' }, { age: 301 })
    assert.equal(await sendHook(jsonOf(old), 'stripe'), 400)
    assert.equal((await orderRow(order.orderId)).status, 'awaiting_payment')
  })
})

const jsonOf = ({ raw, headers }: { raw: string; headers: Record<string, string> }) => ({
  raw,
  headers: { 'content-type': 'application/json', ...headers },
})
