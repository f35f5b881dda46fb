import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import AdvanceOrder from '#orders/actions/advance_order'
import CancelOrder from '#orders/actions/cancel_order'
import { markOrderPaid } from '#orders/services/mark_paid'
import ExpireOrdersTask from '#orders/tasks/expire_orders_task'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import {
  fillCart,
  placeOrder,
  placePaidOrder,
  placePaidParts,
  walkPart,
} from '#tests/helpers/shopping'

const orderRow = (id: string) => db.from('orders').where({ id }).firstOrFail()
const partRow = (id: string) => db.from('partner_orders').where({ id }).firstOrFail()

test.group('orders.cancellations.store', () => {
  const cancel = (client: any, orderId: string, buyer: TestActor) =>
    client
      .post(`/api/v1/orders/${orderId}/cancel`)
      .headers(buyer.headers)
      .json({ reason: 'Changed my mind' })

  test('ends an unpaid order; the lines are back in the cart', async ({ client, assert }) => {
    const { variantId } = await makeListing()
    const { client: buyer, orderId } = await placeOrder([variantId])
    const response = await cancel(client, orderId, buyer)
    response.assertStatus(200)
    assert.equal(response.body().data.status, 'cancelled')
    assert.equal((await variantRow(variantId)).reserved, 0)
    const cart = await client.get('/api/v1/cart').headers(buyer.headers)
    assert.equal(cart.body().data.groups[0].lines[0].quantity, 1)
    const again = await cancel(client, orderId, buyer)
    again.assertStatus(409)
    again.assertBodyContains({
      errors: [{ code: 'E_ORDER_NOT_CANCELLABLE', state: 'cancelled' }],
    })
  })

  test('ends every part of a paid one, once', async ({ client, assert }) => {
    const { client: buyer, orderId, variantIds } = await placePaidParts(2)
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => cancel(client, orderId, buyer))
    )
    assert.deepEqual(
      responses.map((response) => response.status()).sort(),
      [200, 409, 409, 409, 409, 409, 409, 409]
    )
    assert.include(['cancelled', 'refunded'], (await orderRow(orderId)).status)
    for (const id of variantIds) assert.equal((await variantRow(id)).reserved, 0)
    const changes = await db
      .from('order_changes')
      .where({ order_id: orderId, to_status: 'cancelled' })
      .whereNot('partner_order_id', '')
    assert.lengthOf(changes, 2)
  }).timeout(30_000)

  test('gives the coupon of a paid one back with its last part', async ({ client, assert }) => {
    const coupon = await makeCoupon(await actorOfRole('admin'), { maxUses: 1 })
    const used = async () => (await db.from('coupons').where('id', coupon.id).firstOrFail()).used
    const sellers = [await makePartner(await makeCorner()), await makePartner(await makeCorner())]
    const listings = [
      await makeListing({ partner: sellers[0] }),
      await makeListing({ partner: sellers[1] }),
    ]
    const buyer = await actorOfRole('client')
    const paid = async () => {
      await fillCart(
        buyer,
        listings.map(({ variantId }) => variantId)
      )
      await db.from('carts').where('open_for', buyer.user.id).update({ coupon_id: coupon.id })
      return (await placePaidOrder([], buyer)).orderId
    }
    const orderId = await paid()
    assert.equal(await used(), 1)
    const response = await cancel(client, orderId, buyer)
    response.assertStatus(200)
    assert.equal(await used(), 0)

    const second = await paid()
    assert.equal(await used(), 1)
    for (const [at, seller] of sellers.entries()) {
      assert.equal(await used(), 1)
      await new AdvanceOrder().ownPart(
        { orderId: second },
        { actor: asActor(seller), status: 'cancelled' }
      )
      assert.equal(await used(), at === 1 ? 0 : 1)
    }
  })

  test('is refused once one part has shipped, and changes nothing', async ({ client, assert }) => {
    const { client: buyer, orderId, sellers, partIds } = await placePaidParts(2)
    await walkPart(sellers[1], partIds[1], 'accepted', 'processing', 'shipped')
    const response = await cancel(client, orderId, buyer)
    response.assertStatus(409)
    response.assertBodyContains({ errors: [{ state: 'shipped' }] })
    assert.equal((await partRow(partIds[0])).status, 'placed')
  })

  test('gives the platform its gift back when the order was free', async ({ client, assert }) => {
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller })
    const admin = await actorOfRole('admin')
    const coupon = await makeCoupon(admin, { bps: 10_000 })
    const buyer = await actorOfRole('client')
    await fillCart(buyer, [variantId])
    await db.from('carts').where('open_for', buyer.user.id).update({ coupon_id: coupon.id })
    const { orderId } = await placeOrder([], buyer)
    const pending = async () => {
      const account = await db
        .from('ledger_accounts')
        .where({ kind: 'partner_pending', owner_id: seller.partnerId })
        .firstOrFail()
      return Number(account.balance)
    }
    assert.isAbove(await pending(), 0)
    const response = await cancel(client, orderId, buyer)
    response.assertStatus(200)
    assert.equal(await pending(), 0)
  })
})

test.group('the end of an unpaid order', (group) => {
  group.each.teardown(() => clock.reset())

  test('is one of paid, cancelled and expired, whatever comes at once', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 1_000 })
    const orders = await Promise.all(Array.from({ length: 15 }, () => placeOrder([variantId])))
    clock.travel(HOUR)
    await Promise.allSettled([
      ...orders.flatMap(({ client, orderId }) => [
        write((trx) => markOrderPaid(trx, orderId)),
        new CancelOrder().execute({ actor: asActor(client), orderId }),
      ]),
      new ExpireOrdersTask().run(),
    ])
    const ids = orders.map(({ orderId }) => orderId)
    const states = await db.from('orders').whereIn('id', ids).select('id', 'status', 'paid_at')
    const sold = states.filter(({ status }) => status === 'placed')
    for (const { status, paid_at: paidAt } of states) {
      assert.include(['placed', 'cancelled', 'expired'], status)
      if (status === 'placed') assert.isNotNull(paidAt)
    }
    assert.equal((await variantRow(variantId)).reserved, sold.length)
    const invoices = await db.from('invoices').whereIn('order_id', ids)
    assert.lengthOf(invoices, states.filter(({ paid_at: paidAt }) => paidAt !== null).length)
  }).timeout(60_000)
})
