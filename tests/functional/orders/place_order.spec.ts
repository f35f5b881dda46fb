import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { OutOfStock } from '#catalogue/errors'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import PlaceManualOrder from '#orders/actions/place_manual_order'
import PlaceOrder from '#orders/actions/place_order'
import ExpireOrdersTask from '#orders/tasks/expire_orders_task'
import { markOrderPaid } from '#orders/services/mark_paid'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { listingRow, makeListing, variantRow } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { setSetting } from '#tests/helpers/settings'
import { sized } from '#tests/helpers/sizes'
import { fillCart, placeOrder } from '#tests/helpers/shopping'

const COUPON_HUNTERS = sized({ full: 100, small: 40 })

const EUR = (amount: number) => [{ currency: 'EUR', amount }]

/** Many at once, sorted by how they ended. */
async function outcomesOf(attempts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts)
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const codes = Map.groupBy(failures, (error) => error.code ?? error.message)
  return {
    done: settled.length - failures.length,
    refused: Object.fromEntries([...codes].map(([code, all]) => [code, all.length])),
  }
}

test.group('orders.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('splits the cart by partner, with amounts that add up', async ({ client, assert }) => {
    const [one, two] = [
      await makeListing({ prices: EUR(2_000), stock: 5, variants: 2 }),
      await makeListing({ prices: EUR(999), kind: 'package' }),
    ]
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [...one.variantIds, two.variantId], 2)
    const response = await client
      .post('/api/v1/orders')
      .headers({ ...buyer.headers, 'idempotency-key': 'split' })
      .json({ requirements: 'Blue, please' })
    response.assertStatus(201)
    const { data } = response.body()
    assert.match(data.number, /^S\d{6}-[0-9A-Z]{8}$/)
    assert.equal(data.status, 'awaiting_payment')
    assert.equal(data.requirements, 'Blue, please')
    assert.deepEqual(data.totals.goods, { amount: 9_998, currency: 'EUR' })
    assert.deepEqual(
      data.partnerOrders.map((part: any) => [part.partner.id, part.lines.length]),
      [
        [one.partnerId, 2],
        [two.partnerId, 1],
      ]
    )
    const sum = data.partnerOrders.reduce((all: number, part: any) => all + part.total.amount, 0)
    assert.equal(sum, data.total.amount)

    const again = await client
      .post('/api/v1/orders')
      .headers({ ...buyer.headers, 'idempotency-key': 'split' })
      .json({ requirements: 'Blue, please' })
    again.assertStatus(201)
    again.assertHeader('idempotency-replayed', 'true')
    assert.deepEqual(again.body(), response.body())
    const cart = await client.get('/api/v1/cart').headers(buyer.headers)
    assert.lengthOf(cart.body().data.groups, 0)
  })

  test('wants an Idempotency-Key', async ({ client }) => {
    const buyer = await actorOfRole('client')
    const response = await client.post('/api/v1/orders').headers(buyer.headers).json({})
    response.assertStatus(400)
    response.assertBodyContains({ errors: [{ code: 'E_IDEMPOTENCY_KEY_MISSING' }] })
  })

  test('sells exactly what there is, to fifty at once', async ({ assert }) => {
    const { variantId } = await makeListing({ prices: EUR(100), stock: 10 })
    const buyers = await Promise.all(Array.from({ length: 50 }, () => actorOfRole('client')))
    for (const buyer of buyers) await fillCart(buyer, [variantId])
    const { done, refused } = await outcomesOf(
      buyers.map((buyer) => new PlaceOrder().execute({ actor: asActor(buyer) }))
    )
    assert.equal(done, 10)
    assert.deepEqual(refused, { E_OUT_OF_STOCK: 40 })
    const variant = await variantRow(variantId)
    assert.deepEqual([variant.on_hand, variant.reserved], [10, 10])
  }).timeout(120_000)

  test('makes one order of one cart, however often it is asked', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 100 })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    const { done, refused } = await outcomesOf(
      Array.from({ length: 50 }, () => new PlaceOrder().execute({ actor: asActor(buyer) }))
    )
    assert.equal(done, 1)
    const conflicts = (refused.E_CART_EMPTY ?? 0) + (refused.E_CART_CHANGED ?? 0)
    assert.equal(conflicts, 49, JSON.stringify(refused))
    assert.equal((await variantRow(variantId)).reserved, 1)
  }).timeout(60_000)

  test('gives everything back when one is short', async ({ assert }) => {
    const plenty = await makeListing({ stock: 100 })
    const scarce = await makeListing({ stock: 3 })
    const first = await actorOfRole('client')
    await fillCart(first, [plenty.variantId, scarce.variantId], 3)
    await placeOrder([scarce.variantId])
    await assert.rejects(() => new PlaceOrder().execute({ actor: asActor(first) }), /not available/)
    assert.equal((await variantRow(plenty.variantId)).reserved, 0)
    assert.equal((await variantRow(scarce.variantId)).reserved, 1)
  })

  test('adds up what one variant is wanted for on two lines', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 3 })
    const actor = asActor(await actorOfRole('admin'))
    const { id: clientId } = (await actorOfRole('client')).user
    const orderOf = (...quantities: number[]) => {
      const lines = quantities.map((quantity) => ({ variantId, quantity }))
      return new PlaceManualOrder().execute({ actor, clientId, lines })
    }
    const error = await orderOf(2, 2).catch((thrown) => thrown)
    assert.instanceOf(error, OutOfStock)
    assert.deepEqual(error.details, { variantIds: [variantId] })
    assert.equal((await variantRow(variantId)).reserved, 0)
    const { order } = await orderOf(2, 1)
    assert.equal((await variantRow(variantId)).reserved, 3)
    const kept = await db.from('stock_reservations').where('order_id', order.id)
    assert.deepEqual(
      kept.map(({ quantity }) => quantity),
      [3]
    )
  })

  test('lets ten of many have a coupon that is for ten', async ({ assert }) => {
    const { variantId } = await makeListing({ prices: EUR(1_000), stock: COUPON_HUNTERS })
    const coupon = await makeCoupon(await actorOfRole('admin'), { maxUses: 10 })
    const buyers: TestActor[] = []
    while (buyers.length < COUPON_HUNTERS) buyers.push(await actorOfRole('client'))
    for (const buyer of buyers) {
      await fillCart(buyer, [variantId])
      await db.from('carts').where('open_for', buyer.user.id).update({ coupon_id: coupon.id })
    }
    const { done, refused } = await outcomesOf(
      buyers.map((buyer) => new PlaceOrder().execute({ actor: asActor(buyer) }))
    )
    assert.equal(done, 10)
    assert.deepEqual(refused, { E_COUPON_NOT_USABLE: COUPON_HUNTERS - 10 })
    console.log(`  ${COUPON_HUNTERS} checkouts with a coupon for ten: ${done} redeemed`)
    const orders = await db.from('orders').where('coupon_id', coupon.id).select('discount_amount')
    assert.isTrue(orders.every((order) => Number(order.discount_amount) === 100))
    assert.equal((await variantRow(variantId)).reserved, 10)
  }).timeout(120_000)

  test('lets one client in twenty tabs have a coupon once', async ({ assert }) => {
    const { variantId } = await makeListing({ prices: EUR(1_000), stock: 1_000 })
    const coupon = await makeCoupon(await actorOfRole('admin'), { maxUsesPerClient: 1 })
    const buyer = await actorOfRole('client')
    const actor = asActor(buyer)
    // another tab has taken the cart: it is filled again
    const isTaken = ({ code }: any) => ['E_CART_EMPTY', 'E_CART_CHANGED'].includes(code)
    const checkout = async () => {
      await fillCart(buyer, [variantId])
      await write((trx) =>
        trx.from('carts').where('open_for', buyer.user.id).update({ coupon_id: coupon.id })
      )
      return new PlaceOrder().execute({ actor })
    }
    const tab = (): Promise<unknown> =>
      checkout().catch((error) => {
        if (isTaken(error)) return tab()
        throw error
      })
    // the first one opens the cart and the address that all share
    await fillCart(buyer, [variantId])
    const { done, refused } = await outcomesOf(Array.from({ length: 20 }, tab))
    const redeemed = await db.from('orders').where('coupon_id', coupon.id)
    const figures = `${done} orders, ${redeemed.length} redeemed, ${JSON.stringify(refused)}`
    console.log(`  20 tabs: ${figures}`)
    assert.lengthOf(redeemed, 1)
    assert.deepEqual(refused, { E_COUPON_NOT_USABLE: 20 - done })
    assert.isAbove(20 - done, 0)
    assert.equal((await db.from('coupons').where('id', coupon.id).firstOrFail()).used, 1)
  }).timeout(60_000)

  test('counts unpaid checkouts, not what staff or partners agreed on', async ({
    assert,
    cleanup,
  }) => {
    setSetting('MAX_UNPAID_ORDERS', 1)
    cleanup(() => setSetting('MAX_UNPAID_ORDERS', 20))
    const { variantId } = await makeListing()
    const admin = await actorOfRole('admin')
    const buyer = await actorOfRole('client')
    const lines = [{ variantId, quantity: 1 }]
    const actor = asActor(admin)
    await new PlaceManualOrder().execute({ actor, clientId: buyer.user.id, lines })
    await placeOrder([variantId], buyer)
    await assert.rejects(() => placeOrder([variantId], buyer), /Pay or cancel your unpaid orders/)
  })

  test('refuses what is not sold any more, naming it', async ({ client, assert }) => {
    const { variantId, listingId } = await makeListing()
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    await db.from('listings').where('id', listingId).update({ is_public: 0 })
    assert.equal(Number((await listingRow(listingId)).is_public), 0)
    const response = await client
      .post('/api/v1/orders')
      .headers({ ...buyer.headers, 'idempotency-key': 'gone' })
      .json({})
    response.assertStatus(409)
    response.assertBodyContains({
      errors: [{ code: 'E_CART_UNAVAILABLE', variantIds: [variantId] }],
    })
  })

  test('hides a foreign address like a missing one', async ({ client }) => {
    const { variantId } = await makeListing()
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    const response = await client
      .post('/api/v1/orders')
      .headers({ ...buyer.headers, 'idempotency-key': 'address' })
      .json({ addressId: 'adr_00000000000000000000000000' })
    response.assertStatus(404)
  })
})

test.group('an unpaid order', (group) => {
  group.each.teardown(() => clock.reset())

  test('expires: stock, coupon and lines go back', async ({ client, assert }) => {
    const { variantId } = await makeListing({ stock: 5 })
    const coupon = await makeCoupon(await actorOfRole('admin'), { maxUses: 1 })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId], 2)
    await db.from('carts').where('open_for', buyer.user.id).update({ coupon_id: coupon.id })
    const { order } = await new PlaceOrder().execute({ actor: asActor(buyer) })
    clock.travel(HOUR)
    await new ExpireOrdersTask().run()
    await new ExpireOrdersTask().run()
    clock.reset()
    const after = await client.get(`/api/v1/orders/${order.id}`).headers(buyer.headers)
    assert.equal(after.body().data.status, 'expired')
    assert.equal((await variantRow(variantId)).reserved, 0)
    assert.equal((await db.from('coupons').where('id', coupon.id).firstOrFail()).used, 0)
    const cart = await client.get('/api/v1/cart').headers(buyer.headers)
    assert.equal(cart.body().data.groups[0].lines[0].quantity, 2)
  })

  test('comes back to life when it is paid late and still there, else not', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 1 })
    const { orderId } = await placeOrder([variantId])
    clock.travel(HOUR)
    await new ExpireOrdersTask().run()
    const rival = await placeOrder([variantId])
    assert.equal(await write((trx) => markOrderPaid(trx, orderId)), 'unfulfillable')
    clock.travel(HOUR)
    await new ExpireOrdersTask().run()
    assert.equal(await write((trx) => markOrderPaid(trx, rival.orderId)), 'paid')
    assert.equal(await write((trx) => markOrderPaid(trx, rival.orderId)), 'already')
    const order = await db.from('orders').where('id', rival.orderId).firstOrFail()
    assert.equal(order.status, 'placed')
    assert.match(order.invoice_number, /^INV-\d{4}-\d{6}$/)
  })

  test('is paid or expired, never both', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 1_000 })
    const orders = await Promise.all(Array.from({ length: 20 }, () => placeOrder([variantId])))
    clock.travel(HOUR)
    const [outcomes] = await Promise.all([
      Promise.all(orders.map(({ orderId }) => write((trx) => markOrderPaid(trx, orderId)))),
      new ExpireOrdersTask().run(),
      new ExpireOrdersTask().run(),
    ])
    assert.isTrue(outcomes.every((outcome) => outcome === 'paid'))
    assert.equal((await variantRow(variantId)).reserved, 20)
    const ids = orders.map(({ orderId }) => orderId)
    const states = await db.from('orders').whereIn('id', ids).select('status')
    assert.isTrue(states.every(({ status }) => status === 'placed'))
  }).timeout(60_000)
})

test.group('invoice numbers', () => {
  test('have no gap and no twin', async ({ assert }) => {
    const { variantId } = await makeListing({
      stock: 1_000,
      partner: await makePartner(await makeCorner()),
    })
    const orders = await Promise.all(Array.from({ length: 12 }, () => placeOrder([variantId])))
    await Promise.all(orders.map(({ orderId }) => write((trx) => markOrderPaid(trx, orderId))))
    const all = await db.from('invoices').orderBy('number').select('number')
    const numbers = all.map(({ number }) => Number(number.slice(-6)))
    assert.deepEqual(
      numbers,
      Array.from({ length: numbers.length }, (_, at) => at + 1)
    )
  }).timeout(60_000)
})
