import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { DAY } from '#core/support/clock'
import CancelOrder from '#orders/actions/cancel_order'
import { STEPS } from '#orders/services/advance_part'
import { markOrderPaid } from '#orders/services/mark_paid'
import { deriveOrderStatus, PART_MOVES, PART_STATUSES } from '#orders/services/states'
import { actorOfRole } from '#tests/helpers/actors'
import { addAddress } from '#tests/helpers/addresses'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { placeOrder, placePaidParts, walkPart } from '#tests/helpers/shopping'

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

test.group('orders.partner.statuses.update', () => {
  test('leads a part from placed to delivered; what was sold leaves the shelf', async ({
    client,
    assert,
  }) => {
    const { sellers, partIds, orderId, variantIds } = await placePaidParts()
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
    let { sellers, partIds } = await placePaidParts()
    for (const from of PART_STATUSES)
      for (const status of STEPS) {
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
        // one that was refused is as it was
        if (isLegal) ({ sellers, partIds } = await placePaidParts())
      }
    assert.deepEqual(wrong, [])
  }).timeout(120_000)

  test('does not ship a package: it is handed in', async ({ client }) => {
    const { sellers, partIds } = await placePaidParts(1, 'package')
    await walkPart(sellers[0], partIds[0], 'accepted', 'processing')
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
    const { sellers, partIds, orderId, variantIds } = await placePaidParts(2)
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
      const { sellers, partIds, orderId } = await placePaidParts(3)
      await Promise.all(
        sellers.map((seller, at) =>
          walkPart(seller, partIds[at], 'accepted', 'processing', 'shipped')
        )
      )
      assert.equal((await orderRow(orderId)).status, 'shipped')
      await Promise.all(sellers.map((seller, at) => walkPart(seller, partIds[at], 'delivered')))
      assert.equal((await orderRow(orderId)).status, 'delivered')
    }
  }).timeout(120_000)

  test('takes one of twenty equal steps', async ({ assert }) => {
    const { sellers, partIds } = await placePaidParts()
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => walkPart(sellers[0], partIds[0], 'accepted'))
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
    const { sellers, partIds, orderId } = await placePaidParts(2)
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
    const { sellers, partIds, orderId } = await placePaidParts(2)
    await walkPart(sellers[0], partIds[0], 'accepted', 'processing')
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

test.group('orders.show', () => {
  test('hides from a partner where to, until it is paid, and for ever when it never is', async ({
    client,
    assert,
  }) => {
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller })
    const buyer = await actorOfRole('client')
    await addAddress(buyer)
    const { orderId } = await placeOrder([variantId], buyer)
    const addressFor = async (headers: object) =>
      (await client.get(`/api/v1/orders/${orderId}`).headers(headers as any)).body().data.address
    assert.isNull(await addressFor(seller.headers))
    assert.isNotNull(await addressFor(buyer.headers))
    await write((trx) => markOrderPaid(trx, orderId))
    assert.equal((await addressFor(seller.headers)).line1, 'Main Street 1')
    const accepted = await client
      .put(`/api/v1/orders/${orderId}/status`)
      .headers(seller.headers)
      .json({ status: 'accepted' })
    assert.equal(accepted.body().data.address.line1, 'Main Street 1')

    const other = await placeOrder([variantId], buyer)
    await new CancelOrder().execute({ actor: asActor(buyer), orderId: other.orderId })
    const cancelled = await client.get(`/api/v1/orders/${other.orderId}`).headers(seller.headers)
    assert.equal(cancelled.body().data.status, 'cancelled')
    assert.isNull(cancelled.body().data.address)
  })
})

test.group('orders.partner.orders', () => {
  test('shows own parts, by status, with what is earned', async ({ client, assert }) => {
    const { sellers, partIds, orderId } = await placePaidParts(2)
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
