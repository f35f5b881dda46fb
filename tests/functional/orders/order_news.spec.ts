import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import AdvanceOrder from '#orders/actions/advance_order'
import CancelOrder from '#orders/actions/cancel_order'
import { markOrderPaid } from '#orders/services/mark_paid'
import ExpireOrdersTask from '#orders/tasks/expire_orders_task'
import { listingRow, makeListing } from '#tests/helpers/catalogue'
import { asActor, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { placeOrder, placePaidOrder } from '#tests/helpers/shopping'

const kindsFor = async (userId: string) => {
  const rows = await db.from('notifications').where('user_id', userId).orderBy('id').select('kind')
  return rows.map((row) => row.kind as string)
}

test.group('news of orders', (group) => {
  group.each.teardown(() => clock.reset())

  test('a paid order: client and partner are told, and it counts as sold, once', async ({
    assert,
  }) => {
    const seller = await makePartner(await makeCorner())
    const { variantIds, listingId } = await makeListing({ partner: seller, variants: 2 })
    const { client, orderId, order } = await placePaidOrder(variantIds, undefined, 2)
    await write((trx) => markOrderPaid(trx, orderId))
    await drainOutbox()
    await drainOutbox()
    assert.deepEqual(await kindsFor(client.user.id), ['order_paid'])
    assert.deepEqual(await kindsFor(seller.user.id), ['order_received'])
    const [receipt] = await mailsTo(client.user.email!)
    assert.include(receipt, order.number)
    assert.include(receipt, '2 x Listing')
    const [notice] = await mailsTo(seller.user.email!)
    assert.include(notice, 'You earn')
    assert.equal((await listingRow(listingId)).sold_count, 4)
  })

  test('each step is told to whoever did not take it', async ({ assert }) => {
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller })
    const { client, orderId } = await placePaidOrder([variantId])
    const { id: partnerOrderId } = await db
      .from('partner_orders')
      .where('order_id', orderId)
      .firstOrFail()
    for (const status of ['accepted', 'processing', 'shipped', 'delivered'] as const)
      await new AdvanceOrder().ownPart(
        { partnerOrderId },
        { actor: asActor(seller), status, tracking: 'DHL 77' }
      )
    await drainOutbox()
    assert.sameMembers(await kindsFor(client.user.id), [
      'order_paid',
      'order_accepted',
      'order_processing',
      'order_shipped',
      'order_delivered',
    ])
    const mails = await mailsTo(client.user.email!)
    assert.lengthOf(
      mails.filter((mail) => mail.includes('Tracking: DHL 77')),
      1
    )
  })

  test('a cancelled part is told to both', async ({ assert }) => {
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller })
    const { client, orderId } = await placePaidOrder([variantId])
    await new CancelOrder().execute({ actor: asActor(client), orderId, reason: 'Too late' })
    await drainOutbox()
    assert.include(await kindsFor(client.user.id), 'order_part_cancelled')
    assert.include(await kindsFor(seller.user.id), 'order_part_cancelled')
    const mails = await mailsTo(seller.user.email!)
    assert.isTrue(mails.some((mail) => mail.includes('Too late')))
  })

  test('an order that ends unpaid is told to its client', async ({ assert }) => {
    const { variantId } = await makeListing()
    const cancelled = await placeOrder([variantId])
    await new CancelOrder().execute({
      actor: asActor(cancelled.client),
      orderId: cancelled.orderId,
    })
    const expired = await placeOrder([variantId])
    clock.travel(HOUR)
    await new ExpireOrdersTask().run()
    await drainOutbox()
    assert.deepEqual(await kindsFor(cancelled.client.user.id), ['order_cancelled'])
    assert.deepEqual(await kindsFor(expired.client.user.id), ['order_expired'])
  })
})
