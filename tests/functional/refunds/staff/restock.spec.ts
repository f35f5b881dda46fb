import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { freshKey } from '#tests/helpers/payments'
import { paidOrder, refundsOf } from '#tests/helpers/refunds'

async function sold(client: any, assert: any) {
  const admin = await actorOfRole('admin')
  const listing = await makeListing({ stock: 5 })
  const order = await paidOrder({
    lines: [
      { partnerId: listing.partnerId, amount: 1_000, quantity: 3, listing },
      { partnerId: listing.partnerId, amount: 500 },
    ],
  })
  const lineId = order.lines.find(({ variant_id: id }) => id === listing.variantId)!.id
  const bare = order.lines.find(({ variant_id: id }) => id === null)!.id
  const url = `/api/v1/orders/${order.orderId}`
  const give = (body: object) =>
    client
      .post(`${url}/refund`)
      .headers({ ...admin.headers, ...freshKey() })
      .json({ reason: 'Wrong size', ...body })
  const ship = async () => {
    for (const status of ['accepted', 'processing', 'shipped'])
      (
        await client.put(`${url}/status`).headers(admin.headers).json({
          status,
          partnerOrderId: order.parts[0].id,
        })
      ).assertStatus(200)
  }
  const assertShelf = async (onHand: number, moves: [string, number][]) => {
    const rows = await db
      .from('stock_moves')
      .where('variant_id', listing.variantId)
      .whereNot('kind', 'opening')
      .orderBy('id')
    assert.deepEqual(
      rows.map(({ kind, quantity }: any) => [kind, Number(quantity)]),
      moves
    )
    const all = await db
      .from('stock_moves')
      .where('variant_id', listing.variantId)
      .sum('quantity as there')
      .first()
    assert.equal(Number((await variantRow(listing.variantId)).on_hand), onHand)
    assert.equal(Number(all.there), onHand)
  }
  return { order, lineId, bare, give, ship, assertShelf }
}

test.group('a refund of goods that came back', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('puts what has shipped on the shelf again, and never more', async ({ client, assert }) => {
    const { order, lineId, bare, give, ship, assertShelf } = await sold(client, assert)
    const lines = [{ lineId, quantity: 1 }]
    const early = await give({ lines, restock: true })
    early.assertStatus(409)
    assert.include(early.body().errors[0], { code: 'E_RETURN_TOO_LARGE', left: 0 })
    assert.isEmpty(await refundsOf(order.orderId))

    await ship()
    await assertShelf(2, [['sale', -3]])
    ;(await give({ lines, restock: true })).assertStatus(201)
    await assertShelf(3, [
      ['sale', -3],
      ['return', 1],
    ])
    // one that broke on the way does not come back
    ;(await give({ lines })).assertStatus(201)
    await assertShelf(3, [
      ['sale', -3],
      ['return', 1],
    ])
    for (const body of [
      { restock: true },
      { restock: true, amount: 100 },
      { restock: true, lines: [{ lineId: bare, quantity: 1 }] },
    ])
      (await give(body)).assertStatus(422)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => give({ lines, restock: true }))
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [201, 409, 409, 409, 409])
    await assertShelf(4, [
      ['sale', -3],
      ['return', 1],
      ['return', 1],
    ])
    await drainOutbox()
    assert.deepEqual(await wrongBooks(), [])
  })

  test('that fails leaves the goods on the shelf, and asks for no others', async ({
    client,
    assert,
  }) => {
    const { lineId, give, ship, assertShelf } = await sold(client, assert)
    await ship()
    const fake = new FakeGateway()
    fake.mood = 'fails'
    swapGateway(fake)
    const lines = [{ lineId, quantity: 3 }]
    ;(await give({ lines, restock: true })).assertStatus(201)
    await drainOutbox()
    const again = await give({ lines, restock: true })
    assert.include(again.body().errors[0], { code: 'E_RETURN_TOO_LARGE', left: 0 })
    ;(await give({ lines })).assertStatus(201)
    await assertShelf(5, [
      ['sale', -3],
      ['return', 3],
    ])
    assert.deepEqual(await wrongBooks(), [])
  })
})
