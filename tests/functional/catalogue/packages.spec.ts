import { test } from '@japa/runner'
import { unique } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'

const URL = '/api/v1/packages'
const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)
const seller = async () => makePartner(await makeCorner())

async function packageBody(overrides: object = {}) {
  return {
    title: 'Three reels',
    description: 'Shot and cut by us.',
    categoryId: await makeCategory(),
    platform: 'Instagram',
    contentType: 'reel',
    quantity: 3,
    revisions: 2,
    deliveryDays: 10,
    prices: [{ amount: 30_000, currency: 'EUR' }],
    ...overrides,
  }
}

test.group('packages.store', () => {
  test('makes one variant without stock', async ({ client, assert }) => {
    const { headers } = await seller()
    for (const path of [URL, '/api/packages/create']) {
      const made = await client
        .post(path)
        .headers(headers)
        .json(await packageBody())
      made.assertStatus(201)
      const { data } = made.body()
      assert.containSubset(data, { platform: 'instagram', quantity: 3, revisions: 2 })
      assert.lengthOf(data.variants, 1)
      assert.containSubset(data.variants[0], { available: null, inStock: true, tracksStock: false })
      const counted = await client
        .put(`/api/v1/variants/${data.variantId}/stock`)
        .headers(headers)
        .json({ delta: 1 })
      counted.assertStatus(409)
      assert.equal(counted.body().errors[0].code, 'E_STOCK_NOT_KEPT')
    }
  })

  test('needs a platform, a content type and a price', async ({ client, assert }) => {
    const { headers } = await seller()
    const body = { platform: undefined, contentType: undefined, prices: undefined }
    const response = await client
      .post(URL)
      .headers(headers)
      .json(await packageBody(body))
    response.assertStatus(422)
    assert.sameMembers(
      response.body().errors.map((error: any) => error.field),
      ['platform', 'contentType', 'prices']
    )
  })
})

test.group('packages.index', () => {
  test('filters by platform, content type and price', async ({ client, assert }) => {
    const platform = unique('plat')
    const { listingId } = await makeListing({
      kind: 'package',
      prices: [{ currency: 'EUR', amount: 500 }],
      listing: { platform, content_type: 'story' },
    })
    await makeListing({ kind: 'package', listing: { platform, status: 'inactive' } })
    const find = async (query: object) => ids(await client.get(URL).qs({ platform, ...query }))
    assert.deepEqual(await find({}), [listingId])
    assert.deepEqual(await find({ contentType: 'story', sort: 'rating' }), [listingId])
    assert.deepEqual(await find({ priceMax: 500, currency: 'EUR', sort: 'price' }), [listingId])
    assert.deepEqual(await find({ contentType: 'reel' }), [])
    assert.deepEqual(await find({ priceMax: 499, currency: 'EUR' }), [])
  })
})

test.group('partners.packages.index', () => {
  test('says how busy and how good the partner is', async ({ client, assert }) => {
    const partner = await makePartner(await makeCorner(), { availability: 'busy' })
    const { listingId } = await makeListing({
      partner,
      kind: 'package',
      listing: { sold_count: 7, rating_sum: 9, rating_count: 2 },
    })
    await makeListing({ partner })
    for (const path of [
      `/api/v1/partners/${partner.partnerId}/packages`,
      `/api/packages/creator/${partner.partnerId}`,
    ]) {
      const response = await client.get(path)
      response.assertStatus(200)
      assert.deepEqual(ids(response), [listingId])
      assert.containSubset(response.body().data[0], {
        orderCount: 7,
        rating: { average: 4.5, count: 2 },
        partner: { availability: 'busy' },
      })
    }
  })
})

test.group('partners.products.index', () => {
  test('shows all to the partner who asks for all, and to nobody else', async ({
    client,
    assert,
  }) => {
    const [partner, other] = [await seller(), await seller()]
    const shown = await makeListing({ partner })
    const draft = await makeListing({ partner, listing: { status: 'draft' } })
    const list = (query: object, headers: object = {}) =>
      client
        .get(`/api/v1/partners/${partner.partnerId}/products`)
        .qs(query)
        .headers(headers as Record<string, string>)
    assert.deepEqual(ids(await list({})), [shown.listingId])
    assert.deepEqual(ids(await list({ all: true })), [shown.listingId])
    assert.deepEqual(ids(await list({}, partner.headers)), [shown.listingId])
    const all = await list({ all: true }, partner.headers)
    assert.deepEqual(ids(all), [draft.listingId, shown.listingId])
    assert.equal(all.body().data[0].status, 'draft')
    ;(await list({ all: true }, other.headers)).assertStatus(404)
  })
})
