import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCategory } from '#tests/helpers/marketplace'

const URL = '/api/v1/products'
const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)

/** A region of its own; without countries unless told. */
async function makeRegion(currency: string, isActive = true): Promise<string> {
  const id = newId('region')
  const now = clock.now()
  const times = { created_at: now, updated_at: now }
  await db
    .table('regions')
    .insert({ id, name: unique('Region '), currency, is_active: isActive, ...times })
  return id
}

const euroAndYen = [
  { currency: 'EUR', amount: 1000 },
  { currency: 'JPY', amount: 160_000 },
]

test.group('products for a region', () => {
  test('have their price in its currency, or are left out', async ({ client, assert }) => {
    const region = await makeRegion('JPY')
    const categoryId = await makeCategory()
    const both = await makeListing({ categoryId, prices: euroAndYen })
    const euro = await makeListing({ categoryId })
    const find = (query: object) => client.get(URL).qs({ categoryId, ...query })
    const here = await find({ region })
    assert.deepEqual(ids(here), [both.listingId])
    assert.deepEqual(here.body().data[0].price, { amount: 160_000, currency: 'JPY' })
    const byCountry = await find({ region: 'JP', sort: 'price' })
    assert.deepEqual(ids(byCountry), [both.listingId])
    const inEuro = await find({ region, currency: 'EUR' })
    assert.deepEqual(ids(inEuro), [euro.listingId, both.listingId])
    const anywhere = await find({})
    assert.deepEqual(ids(anywhere), [euro.listingId, both.listingId])
    assert.isNull(anywhere.body().data[0].price)
  })

  test('leave out what is not sold there, also by a category above', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const region = await makeRegion('EUR')
    const parent = await makeCategory()
    const below = await makeCategory(parent)
    const categoryId = await makeCategory()
    const banned = await makeListing({ categoryId })
    const free = await makeListing({ categoryId })
    const inside = await makeListing({ categoryId: below })
    const find = async (category: string) =>
      ids(await client.get(URL).qs({ region, categoryId: category }))
    assert.deepEqual(await find(categoryId), [free.listingId, banned.listingId])
    assert.deepEqual(await find(below), [inside.listingId])

    const restricted = await client
      .put(`/api/v1/regions/${region}/restrictions`)
      .headers(headers)
      .json({ productIds: [banned.listingId], categoryIds: [parent] })
    restricted.assertStatus(200)
    assert.deepEqual(await find(categoryId), [free.listingId])
    assert.deepEqual(await find(below), [])
    for (const { listingId } of [banned, inside]) {
      const there = await client.get(`${URL}/${listingId}`).qs({ region })
      there.assertStatus(404)
      const elsewhere = await client.get(`${URL}/${listingId}`)
      elsewhere.assertStatus(200)
    }
  })

  test('follow the address book of who is logged in', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('client')
    const categoryId = await makeCategory()
    const both = await makeListing({ categoryId, prices: euroAndYen })
    await makeListing({ categoryId })
    const now = clock.now()
    await db.table('addresses').insert({
      id: newId('address'),
      user_id: user.id,
      label: 'Home',
      recipient: 'Somebody',
      line_1: 'Street 1',
      city: 'Tokyo',
      country: 'JP',
      is_default: true,
      created_at: now,
      updated_at: now,
    })
    const response = await client.get(URL).qs({ categoryId }).headers(headers)
    assert.deepEqual(ids(response), [both.listingId])
    assert.equal(response.body().data[0].price.currency, 'JPY')
  })

  test('are refused for a region that is closed or malformed', async ({ client, assert }) => {
    for (const region of [await makeRegion('EUR', false), newId('region'), 'Mars']) {
      const response = await client.get(URL).qs({ region })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'region')
    }
  })
})

test.group('products.category', () => {
  test('takes a slug or an id', async ({ client, assert }) => {
    const parent = await makeCategory()
    const { listingId } = await makeListing({ categoryId: await makeCategory(parent) })
    const { slug } = await db.from('categories').where({ id: parent }).firstOrFail()
    for (const name of [parent, slug]) {
      const response = await client.get(`${URL}/category/${name}`)
      assert.deepEqual(ids(response), [listingId])
    }
    const nothing = await client.get(`${URL}/category/no-such-thing`)
    nothing.assertStatus(404)
  })
})
