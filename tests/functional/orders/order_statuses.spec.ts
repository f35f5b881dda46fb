import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { DAY } from '#core/support/clock'
import AdvanceOrder from '#orders/actions/advance_order'
import { STEPS } from '#orders/services/advance_part'
import { deriveOrderStatus, PART_MOVES, PART_STATUSES } from '#orders/services/states'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { makeCoupon } from '#tests/helpers/coupons'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { fillCart, placeOrder, placePaidOrder } from '#tests/helpers/shopping'

/** A paid order with one part of each of some partners. */
async function paidOrder(partners = 1, kind: 'product' | 'package' = 'product') {
  const sellers = []
  const variantIds = []
  for (let one = 0; one < partners; one++) {
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller, kind })
    sellers.push(seller)
    variantIds.push(variantId)
  }
  const placed = await placePaidOrder(variantIds)
  const parts = await db.from('partner_orders').where('order_id', placed.orderId).select('*')
  const partIds = sellers.map(
    ({ partnerId }) => parts.find((part) => part.partner_id === partnerId).id as string
  )
  return { ...placed, sellers, partIds, variantIds }
}

const orderRow = (id: string) => db.from('orders').where({ id }).firstOrFail()
const partRow = (id: string) => db.from('partner_orders').where({ id }).firstOrFail()

/** Puts a part where its life would have brought it. */
async function putPart(partId: string, status: string) {
  await write(async (trx) => {
    await trx.from('partner_orders').where({ id: partId }).update({ status })
    const { order_id: orderId } = await trx.from('partner_orders').where({ id: partId }).first()
    await deriveOrderStatus(trx, orderId)
  })
}

async function walk(seller: TestActor, partnerOrderId: string, ...steps: (typeof STEPS)[number][]) {
  for (const status of steps)
    await new AdvanceOrder().ownPart({ partnerOrderId }, { actor: asActor(seller), status })
}

test.group('orders.partner.statuses.update', () => {
  test('leads a part from placed to delivered; what was sold leaves the shelf', async ({
    client,
    assert,
  }) => {
    const { sellers, partIds, orderId, variantIds } = await paidOrder()
    const seen: string[] = []
    for (const status of ['accepted', 'processing', 'shipped', 'delivered']) {
      const response = await client
        .put(`/api/v1/partner/orders/${partIds[0]}/status`)
        .headers(sellers[0].headers)
        .json({ status, ...(status === 'shipped' && { tracking: 'DHL 123' }) })
      response.assertStatus(200)
      assert.equal(response.body().data.status, status)
      seen.push((await orderRow(orderId)).status)
    }
    assert.deepEqual(seen, ['processing', 'processing', 'shipped', 'delivered'])
    const part = await partRow(partIds[0])
    assert.equal(part.tracking, 'DHL 123')
    assert.equal(Number(part.completes_at) - Number(part.delivered_at), 7 * DAY)
    const variant = await variantRow(variantIds[0])
    assert.deepEqual([variant.on_hand, variant.reserved], [9, 0])
  })

  test('allows what the table says, and refuses every other cell telling the state', async ({
    client,
    assert,
  }) => {
    const wrong: string[] = []
    for (const from of PART_STATUSES)
      for (const status of STEPS) {
        const { sellers, partIds } = await paidOrder()
        await putPart(partIds[0], from)
        const response = await client
          .put(`/api/v1/partner/orders/${partIds[0]}/status`)
          .headers(sellers[0].headers)
          .json({ status })
        // unpaid parts end with their order; work that was handed in waits for the client
        const isOthers = from === 'awaiting_payment' || from === 'submitted'
        const isLegal = !isOthers && (PART_MOVES[from] as readonly string[]).includes(status)
        const after = (await partRow(partIds[0])).status
        const expected = isLegal ? status : from
        if (response.status() !== (isLegal ? 200 : 409) || after !== expected)
          wrong.push(`${from} -> ${status}: ${response.status()} ${after}`)
        if (!isLegal && response.body().errors[0].state !== from)
          wrong.push(`${from} -> ${status}: ${JSON.stringify(response.body())}`)
      }
    assert.deepEqual(wrong, [])
  }).timeout(120_000)

  test('does not ship a package: it is handed in', async ({ client }) => {
    const { sellers, partIds } = await paidOrder(1, 'package')
    await walk(sellers[0], partIds[0], 'accepted', 'processing')
    const response = await client
      .put(`/api/v1/partner/orders/${partIds[0]}/status`)
      .headers(sellers[0].headers)
      .json({ status: 'shipped' })
    response.assertStatus(409)
    response.assertBodyContains({ errors: [{ code: 'E_ORDER_NOT_MOVABLE', state: 'processing' }] })
  })

  test('cancels a part: its goods are free again, and its money goes back', async ({
    client,
    assert,
  }) => {
    const { sellers, partIds, orderId, variantIds } = await paidOrder(2)
    const response = await client
      .put(`/api/v1/partner/orders/${partIds[0]}/status`)
      .headers(sellers[0].headers)
      .json({ status: 'cancelled', reason: 'Sold out' })
    response.assertStatus(200)
    const [own, other] = await Promise.all(variantIds.map((id) => variantRow(id)))
    assert.deepEqual([own.reserved, other.reserved], [0, 1])
    assert.equal((await orderRow(orderId)).status, 'placed')
    const change = await db
      .from('order_changes')
      .where({ partner_order_id: partIds[0], to_status: 'cancelled' })
      .firstOrFail()
    assert.equal(change.reason, 'Sold out')
    assert.equal(change.actor_id, sellers[0].user.id)
  })

  test('derives the right whole when partners move at once', async ({ assert }) => {
    for (let round = 0; round < 10; round++) {
      const { sellers, partIds, orderId } = await paidOrder(3)
      await Promise.all(
        sellers.map((seller, at) => walk(seller, partIds[at], 'accepted', 'processing', 'shipped'))
      )
      assert.equal((await orderRow(orderId)).status, 'shipped')
      await Promise.all(sellers.map((seller, at) => walk(seller, partIds[at], 'delivered')))
      assert.equal((await orderRow(orderId)).status, 'delivered')
    }
  }).timeout(120_000)

  test('takes one of twenty equal steps', async ({ assert }) => {
    const { sellers, partIds } = await paidOrder()
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => walk(sellers[0], partIds[0], 'accepted'))
    )
    assert.lengthOf(
      attempts.filter(({ status }) => status === 'fulfilled'),
      1
    )
    const changes = await db.from('order_changes').where('partner_order_id', partIds[0])
    assert.lengthOf(
      changes.filter((change) => change.to_status === 'accepted'),
      1
    )
  }).timeout(60_000)
})

test.group('orders.statuses.update', () => {
  test('moves the own part only, for a partner', async ({ client, assert }) => {
    const { sellers, partIds, orderId } = await paidOrder(2)
    const response = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(sellers[0].headers)
      .json({ status: 'accepted' })
    response.assertStatus(200)
    assert.lengthOf(response.body().data.partnerOrders, 1)
    assert.isNull(response.body().data.history)
    assert.equal((await partRow(partIds[1])).status, 'placed')
    const foreign = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(sellers[0].headers)
      .json({ status: 'accepted', partnerOrderId: partIds[1] })
    foreign.assertStatus(404)
  })

  test('moves all parts for staff, or none; the audit trail and the history tell', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const { sellers, partIds, orderId } = await paidOrder(2)
    await walk(sellers[0], partIds[0], 'accepted', 'processing')
    const refused = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(admin.headers)
      .json({ status: 'processing' })
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ state: 'placed' }] })

    const one = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(admin.headers)
      .json({ status: 'accepted', partnerOrderId: partIds[1], reason: 'By phone' })
    one.assertStatus(200)
    const all = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(admin.headers)
      .json({ status: 'processing' })
    all.assertStatus(200)
    const { data } = all.body()
    assert.deepEqual(
      data.partnerOrders.map((part: any) => part.status),
      ['processing', 'processing']
    )
    const step = data.history.find(
      (change: any) => change.partnerOrderId === partIds[1] && change.to === 'accepted'
    )
    assert.equal(step.actorId, admin.user.id)
    assert.equal(step.reason, 'By phone')
    const audited = await db
      .from('audit_entries')
      .where({ action: 'order.advanced' })
      .whereIn('subject_id', [orderId, partIds[1]])
    assert.lengthOf(audited, 2)
  })

  test('lets staff cancel an unpaid order', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { variantId } = await makeListing()
    const { orderId } = await placeOrder([variantId])
    const response = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(admin.headers)
      .json({ status: 'cancelled', reason: 'Fraud' })
    response.assertStatus(200)
    assert.equal(response.body().data.status, 'cancelled')
    assert.equal((await variantRow(variantId)).reserved, 0)
  })
})

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
    const { client: buyer, orderId, variantIds } = await paidOrder(2)
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

  test('is refused once one part has shipped, and changes nothing', async ({ client, assert }) => {
    const { client: buyer, orderId, sellers, partIds } = await paidOrder(2)
    await walk(sellers[1], partIds[1], 'accepted', 'processing', 'shipped')
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

test.group('orders.partner.orders', () => {
  test('shows own parts, by status, with what is earned', async ({ client, assert }) => {
    const { sellers, partIds, orderId } = await paidOrder(2)
    const list = await client
      .get('/api/v1/partner/orders')
      .qs({ status: 'placed' })
      .headers(sellers[0].headers)
    list.assertStatus(200)
    assert.deepEqual(
      list.body().data.map((part: any) => [part.id, part.order.id]),
      [[partIds[0], orderId]]
    )
    const one = await client.get(`/api/v1/partner/orders/${partIds[0]}`).headers(sellers[0].headers)
    const { earning, commission, totals } = one.body().data
    assert.equal(earning.amount + commission.amount, totals.goods.amount + totals.shipping.amount)
    const foreign = await client
      .get(`/api/v1/partner/orders/${partIds[1]}`)
      .headers(sellers[0].headers)
    foreign.assertStatus(404)
  })
})
