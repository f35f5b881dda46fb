import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import { markOrderPaid } from '#orders/services/mark_paid'
import PlaceOrder from '#orders/actions/place_order'
import ExpireOrdersTask from '#orders/tasks/expire_orders_task'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { asActor } from '#tests/helpers/marketplace'
import { fillCart } from '#tests/helpers/shopping'

async function orderWith(couponId: string, variantId: string, buyer: TestActor) {
  await fillCart(buyer, [variantId])
  await db.from('carts').where('open_for', buyer.user.id).update({ coupon_id: couponId })
  const { order } = await new PlaceOrder().execute({ actor: asActor(buyer) })
  return order.id
}

async function expireAll() {
  clock.travel(HOUR)
  await new ExpireOrdersTask().run()
}

const pay = (orderId: string) => write((trx) => markOrderPaid(trx, orderId))
const usesOf = async (id: string) => (await db.from('coupons').where({ id }).firstOrFail()).used

test.group('a coupon of an order that is paid late', (group) => {
  group.each.teardown(() => clock.reset())

  test('counts again', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 10 })
    const { id } = await makeCoupon(await actorOfRole('admin'), { maxUses: 1 })
    const orderId = await orderWith(id, variantId, await actorOfRole('client'))
    await expireAll()
    assert.equal(await usesOf(id), 0)
    assert.equal(await pay(orderId), 'paid')
    assert.equal(await usesOf(id), 1)
    assert.equal(await pay(orderId), 'already')
    assert.equal(await usesOf(id), 1)
  })

  test('is no second use beside the last one, of all clients or of this one', async ({
    assert,
  }) => {
    const { variantId } = await makeListing({ stock: 10 })
    const admin = await actorOfRole('admin')
    for (const limits of [{ maxUses: 1 }, { maxUsesPerClient: 1 }]) {
      const { id } = await makeCoupon(admin, limits)
      const buyer = await actorOfRole('client')
      const late = await orderWith(id, variantId, buyer)
      await expireAll()
      const next = await orderWith(id, variantId, buyer)
      assert.equal(await pay(late), 'unfulfillable')
      assert.equal(await pay(next), 'paid')
      assert.equal(await usesOf(id), 1)
    }
  })

  test('is free again when the goods are gone', async ({ assert }) => {
    const { variantId } = await makeListing({ stock: 1 })
    const { id } = await makeCoupon(await actorOfRole('admin'), { maxUses: 1 })
    const orderId = await orderWith(id, variantId, await actorOfRole('client'))
    await expireAll()
    await db.from('variants').where({ id: variantId }).update({ on_hand: 0 })
    assert.equal(await pay(orderId), 'unfulfillable')
    assert.equal(await usesOf(id), 0)
  })
})
