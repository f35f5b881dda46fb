import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import { makeListing } from '#tests/helpers/catalogue'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { paidOrder, refundsOf, wrongPending, wrongRefunds } from '#tests/helpers/refunds'

test.group('an order that its client takes back', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('is paid back part by part, once, and its goods are free', async ({ client, assert }) => {
    const listings = [await makeListing(), await makeListing()]
    const lines = listings.map((listing) => ({
      partnerId: listing.partnerId,
      amount: 2_000,
      quantity: 2,
      listing,
    }))
    const order = await paidOrder({ lines, shipping: 490 })
    const cancel = () =>
      client
        .post(`/api/v1/orders/${order.orderId}/cancel`)
        .headers(order.client.headers)
        .json({ reason: 'Too late' })
    const answers = await Promise.all([cancel(), cancel(), cancel()])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [200, 409, 409])
    await Promise.all([drainOutbox(), drainOutbox()])
    await drainOutbox()

    const refunds = await refundsOf(order.orderId)
    assert.deepEqual(
      refunds.map(({ cause_key: cause, status }) => [cause, status]).sort(),
      order.parts.map(({ id }) => [`cancel:${id}`, 'succeeded']).sort()
    )
    const row = await db.from('orders').where('id', order.orderId).firstOrFail()
    assert.equal(row.status, 'refunded')
    assert.equal(Number(row.refunded_amount), order.total)
    for (const { variantId } of listings) {
      const { reserved } = await db.from('variants').where('id', variantId).firstOrFail()
      assert.equal(reserved, 0)
    }
    const mails = (await mailsTo(order.client.user.email!)).join('\n')
    assert.include(mails, 'Refund for order')
    assert.deepEqual(await wrongRefunds([order.orderId]), [])
    assert.deepEqual(await wrongPending(order.parts.map((part) => part.partner_id)), [])
    assert.deepEqual(await wrongBooks(), [])
  })
})
