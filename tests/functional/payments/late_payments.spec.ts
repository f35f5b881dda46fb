import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { write } from '#core/database/write'
import ExpireOrder from '#orders/actions/expire_order'
import StartPayment from '#payments/actions/start_payment'
import { settleObject } from '#payments/gateways/sandbox_memory'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  makeOpenPayment,
  newsOf,
  orderRow,
  paymentRow,
  postingsOf,
  type OpenPayment,
} from '#tests/helpers/payments'
import { sized } from '#tests/helpers/sizes'

const capture = (payment: OpenPayment) =>
  write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(payment, 'captured')))

const RACES = sized({ full: 200, small: 30 })

test.group('a payment that comes late', (group) => {
  group.each.teardown(() => clock.reset())

  test('brings an expired order back while there is stock', async ({ assert }) => {
    const listing = await makeListing({ stock: 1 })
    const payment = await makeOpenPayment({ listing })
    await expire(payment.orderId)
    assert.equal((await orderRow(payment.orderId)).status, 'expired')
    assert.equal(await capture(payment), 'changed')
    assert.equal((await orderRow(payment.orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(payment.paymentId), ['payment_captured'])
    assert.equal(Number((await variantRow(listing.variantId)).reserved), 1)
  })

  test('goes back when others have bought it meanwhile', async ({ assert }) => {
    const listing = await makeListing({ stock: 1 })
    const late = await makeOpenPayment({ listing })
    await expire(late.orderId)
    const quick = await makeOpenPayment({ listing })
    await capture(quick)
    assert.equal(await capture(late), 'changed')
    assert.equal((await orderRow(late.orderId)).status, 'expired')
    assert.deepEqual(await postingsOf(late.paymentId), ['payment_unfulfillable'])
    assert.equal((await paymentRow(late.paymentId)).status, 'captured')
    assert.equal(await capture(late), 'unchanged')
    assert.deepEqual(await postingsOf(late.paymentId), ['payment_unfulfillable'])

    await settleThere(late.gatewayPaymentId)
    await drainOutbox()
    const refunds = await db.from('refunds').where('payment_id', late.paymentId)
    assert.deepEqual(
      refunds.map(({ status, amount }) => [status, Number(amount)]),
      [['succeeded', late.total]]
    )
    const there = await db.from('sandbox_objects').where('id', late.gatewayPaymentId).first()
    assert.equal(Number(there.refunded_amount), late.total)
  })

  test('and a second one for a paid order goes back', async ({ assert }) => {
    const first = await makeOpenPayment()
    await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(first, 'failed')))
    const second = await makeOpenPaymentOf(first)
    await capture(second)
    await capture(first)
    assert.deepEqual(await postingsOf(second.paymentId), ['payment_captured'])
    assert.deepEqual(await postingsOf(first.paymentId), ['payment_unfulfillable'])
  })

  test('is tried to be stopped at the gateway when the order expires', async ({ assert }) => {
    const payment = await makeOpenPayment()
    await expire(payment.orderId)
    await drainOutbox()
    assert.equal((await paymentRow(payment.paymentId)).status, 'cancelled')
    const there = await db.from('sandbox_objects').where('id', payment.gatewayPaymentId).first()
    assert.equal(there.status, 'cancelled')
  })

  test('is stopped after a failed attempt, too', async ({ assert }) => {
    const payment = await makeOpenPayment()
    await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(payment, 'failed')))
    await expire(payment.orderId)
    await drainOutbox()
    assert.equal((await paymentRow(payment.paymentId)).status, 'cancelled')
    const there = await db.from('sandbox_objects').where('id', payment.gatewayPaymentId).first()
    assert.equal(there.status, 'cancelled')
  })

  test('at the moment of expiry: paid with stock or sent back, never both or neither', async ({
    assert,
  }) => {
    const client = await actorOfRole('client')
    for (let i = 0; i < RACES; i++) {
      const listing = await makeListing({ stock: 1 })
      const payment = await makeOpenPayment({ client, listing })
      await db
        .from('orders')
        .where('id', payment.orderId)
        .update({ expires_at: clock.now() - 1 })
      const race = [() => new ExpireOrder().execute(payment.orderId), () => capture(payment)]
      if (i % 2) race.reverse()
      await Promise.all(race.map((run) => run()))
      const isPaid = (await orderRow(payment.orderId)).paid_at !== null
      const { reserved } = await variantRow(listing.variantId)
      const expected = isPaid ? ['payment_captured'] : ['payment_unfulfillable']
      assert.deepEqual(await postingsOf(payment.paymentId), expected)
      assert.equal(Number(reserved), isPaid ? 1 : 0)
    }
  }).timeout(300_000)
})

/** The sandbox has captured it, too: only then it takes anything back. */
async function settleThere(id: string) {
  await write((trx) => settleObject(trx, id, 'drop'))
}

async function expire(orderId: string) {
  await db
    .from('orders')
    .where('id', orderId)
    .update({ expires_at: clock.now() - 1 })
  await new ExpireOrder().execute(orderId)
}

/** Another attempt at the same order. */
async function makeOpenPaymentOf(first: OpenPayment) {
  const payment = await new StartPayment().execute({
    actor: asActor(first.client),
    orderId: first.orderId,
    gateway: 'sandbox',
  })
  return { ...first, paymentId: payment.id, gatewayPaymentId: payment.gateway_payment_id }
}
