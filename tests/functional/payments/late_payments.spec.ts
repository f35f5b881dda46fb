import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SECOND } from '#core/support/clock'
import { OutOfStock } from '#catalogue/errors'
import { write } from '#core/database/write'
import { randomFrom } from '#core/support/random'
import ExpireOrder from '#orders/actions/expire_order'
import StartPayment from '#payments/actions/start_payment'
import { settleObject } from '#payments/gateways/sandbox_memory'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing, variantRow, type TestListing } from '#tests/helpers/catalogue'
import { asActor, makePartner, sharedCorner } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  makeOpenPayment,
  makeOrder,
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
    const random = randomFrom(20261122)
    const [client, rival] = [await actorOfRole('client'), await actorOfRole('client')]
    const seller = await makePartner(await sharedCorner())
    const raced: { payment: OpenPayment; variantId: string }[] = []
    for (let round = 0; round < RACES; round++) {
      const listing = await makeListing({ partner: seller, stock: 1 })
      const payment = await makeOpenPayment({ client, listing })
      const { orderId } = payment
      const isContested = round % 2 === 1
      // the rival is first in half of these, and has a race in the others
      const isSold = round % 4 === 1
      // due, or not yet
      const away = Math.round((random() * 2 - 1) * SECOND)
      await db
        .from('orders')
        .where('id', orderId)
        .update({ expires_at: clock.now() + (isSold ? -Math.abs(away) : away) })
      const expiry = () => new ExpireOrder().execute(orderId)
      const captured = () => capture(payment)
      const bought = () => buyInstead(rival, listing)
      if (isContested) await expiry()
      if (isSold) await bought()
      const other = isContested && !isSold ? bought : expiry
      const racing = random() < 0.5 ? [other, captured] : [captured, other]
      await Promise.all(racing.map((run) => run()))
      await settleThere(payment.gatewayPaymentId)
      raced.push({ payment, variantId: listing.variantId })
    }
    await drainOutbox()

    const ends = { paid: 0, sentBack: 0 }
    for (const { payment, variantId } of raced) {
      const isPaid = (await orderRow(payment.orderId)).paid_at !== null
      ends[isPaid ? 'paid' : 'sentBack']++
      const expected = isPaid ? ['payment_captured'] : ['payment_unfulfillable']
      assert.deepEqual(await postingsOf(payment.paymentId), expected)
      const refunds = await db.from('refunds').where('payment_id', payment.paymentId)
      assert.deepEqual(
        refunds.map(({ status, amount }) => [status, Number(amount)]),
        isPaid ? [] : [['succeeded', payment.total]]
      )
      // the piece is the client's, or the rival's
      assert.equal(Number((await variantRow(variantId)).reserved), 1)
    }
    console.log(`  ${RACES} payments within a second of expiry: ${JSON.stringify(ends)}`)
    assert.isAbove(ends.paid, 0)
    assert.isAbove(ends.sentBack, 0)
  }).timeout(300_000)
})

/** Somebody else wants the piece; there may be none. */
async function buyInstead(client: TestActor, listing: TestListing) {
  await makeOrder({ client, listing }).catch((error) => {
    if (!(error instanceof OutOfStock)) throw error
  })
}

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
