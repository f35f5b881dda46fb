import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import PutInCart from '#carts/actions/put_in_cart'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { addAddress } from '#tests/helpers/addresses'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor } from '#tests/helpers/marketplace'
import { makeRegion } from '#tests/helpers/regions'

const PRICES = [
  { currency: 'EUR', amount: 1_000 },
  { currency: 'GBP', amount: 900 },
]
/** no region of the reference data has Antarctica */
const NOWHERE = 'AQ'

/** A client with these things in the cart, and no address. */
async function shopper(kind: 'product' | 'package' = 'product') {
  const buyer = await actorOfRole('client')
  const { variantId } = await makeListing({ kind, prices: PRICES })
  const put = () => new PutInCart().add({ actor: asActor(buyer), variantId, quantity: 1 })
  return { buyer, variantId, put }
}

async function cartOf(client: any, buyer: TestActor, query: object = {}) {
  const response = await client.get('/api/v1/cart').qs(query).headers(buyer.headers)
  response.assertStatus(200)
  return response.body().data
}

const checkout = (client: any, buyer: TestActor, body: object = {}) =>
  client
    .post('/api/v1/orders')
    .headers({ ...buyer.headers, 'idempotency-key': unique() })
    .json(body)

test.group('where an order goes to', () => {
  test('goods need an address, services do not', async ({ client }) => {
    const goods = await shopper()
    await goods.put()
    const refused = await checkout(client, goods.buyer)
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ code: 'E_ADDRESS_MISSING' }] })
    await addAddress(goods.buyer, 'DE')
    const placed = await checkout(client, goods.buyer)
    placed.assertStatus(201)

    const work = await shopper('package')
    await work.put()
    const bought = await checkout(client, work.buyer)
    bought.assertStatus(201)
  })

  test('nothing is sold to a country that no region serves', async ({ client }) => {
    const { buyer, put } = await shopper()
    await put()
    await addAddress(buyer, NOWHERE)
    const refused = await checkout(client, buyer)
    refused.assertStatus(409)
    refused.assertBodyContains({ errors: [{ code: 'E_NOT_SOLD_THERE', country: NOWHERE }] })
  })

  test('the cart shows what the order costs: the address goes before the account', async ({
    client,
    assert,
  }) => {
    const { buyer, put } = await shopper()
    const regionId = await makeRegion({ taxBps: 5_000 })
    await db.from('users').where('id', buyer.user.id).update({ region_id: regionId })
    await put()
    assert.equal((await cartOf(client, buyer)).totals.total.amount, 1_500)
    await addAddress(buyer, 'DE')
    const cart = await cartOf(client, buyer)
    assert.deepEqual(cart.totals.total, { amount: 1_190, currency: 'EUR' })
    const placed = await checkout(client, buyer)
    assert.deepEqual(placed.body().data.total, cart.totals.total)
  })

  test('another address is another price, which the cart tells, and nobody pays unasked', async ({
    client,
    assert,
  }) => {
    const { buyer, put } = await shopper()
    await addAddress(buyer, 'DE')
    const addressId = await addAddress(buyer, 'GB')
    await put()
    const home = await cartOf(client, buyer)
    const there = await cartOf(client, buyer, { addressId })
    assert.deepEqual(there.totals.total, { amount: 1_080, currency: 'GBP' })
    const told = there.changes.map(({ kind, was, is }: any) => [kind, was, is])
    assert.deepEqual(told, [['price', PRICES[0], PRICES[1]]])
    assert.lengthOf(home.changes, 0)
    const refused = await checkout(client, buyer, { addressId, expectedTotal: home.totals.total })
    refused.assertStatus(409)
    refused.assertBodyContains({
      errors: [{ code: 'E_CART_REPRICED', total: there.totals.total }],
    })
    const placed = await checkout(client, buyer, { addressId, expectedTotal: there.totals.total })
    placed.assertStatus(201)
    const foreign = await client
      .get('/api/v1/cart')
      .qs({ addressId: await addAddress(await actorOfRole('client'), 'DE') })
      .headers(buyer.headers)
    foreign.assertStatus(404)
  })
})
