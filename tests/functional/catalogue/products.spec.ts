import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { listingRow, makeListing, variantRow } from '#tests/helpers/catalogue'
import { makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { draftPartner } from '#tests/helpers/partners'

const URL = '/api/v1/products'
const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)

async function productBody(overrides: object = {}) {
  return {
    title: 'Linen shirt',
    description: 'Washed linen, made in small numbers.',
    categoryId: await makeCategory(),
    variants: [
      {
        sku: unique('LS-'),
        options: { size: 'M' },
        prices: [{ amount: 4900, currency: 'EUR', compareAt: 5900 }],
        stock: 5,
      },
      { options: { size: 'L' }, prices: [{ amount: 5100, currency: 'EUR' }], stock: 0 },
    ],
    ...overrides,
  }
}

const seller = async () => makePartner(await makeCorner())

test.group('products.store', () => {
  test('makes a product that waits for staff, with opening stock', async ({ client, assert }) => {
    const { headers, partnerId } = await seller()
    const made = await client
      .post(URL)
      .headers(headers)
      .json(await productBody())
    made.assertStatus(201)
    const { data } = made.body()
    assert.equal(data.partner.id, partnerId)
    assert.equal(data.moderation, 'pending')
    assert.isFalse(data.isPublic)
    assert.deepEqual(data.prices, [{ currency: 'EUR', min: 4900, max: 5100 }])
    assert.deepEqual(
      data.variants.map((one: any) => [one.options.size, one.available, one.version]),
      [
        ['M', 5, 0],
        ['L', 0, 0],
      ]
    )
    const moves = await db.from('stock_moves').where({ variant_id: data.variants[0].id })
    assert.deepEqual(
      moves.map((move) => [move.kind, Number(move.quantity)]),
      [['opening', 5]]
    )
    const shown = await client.get(`${URL}/${data.id}`)
    shown.assertStatus(404)
    const own = await client.get(`${URL}/${data.id}`).headers(headers)
    own.assertStatus(200)
    assert.equal(own.body().data.status, 'active')
  })

  test('takes prices and stock of the only variant', async ({ client, assert }) => {
    const { headers } = await draftPartner()
    const body = await productBody({
      variants: undefined,
      prices: [{ amount: 900, currency: 'EUR' }],
      stock: 3,
    })
    const made = await client.post(URL).headers(headers).json(body)
    made.assertStatus(201)
    const [variant] = made.body().data.variants
    assert.equal(variant.onHand, 3)
    assert.equal(made.body().data.variantId, variant.id)
  })

  test('sells for a partner when staff say so, approved at once', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { partnerId } = await seller()
    const nobody = await client
      .post(URL)
      .headers(admin.headers)
      .json(await productBody())
    nobody.assertStatus(422)
    assert.equal(nobody.body().errors[0].field, 'partnerId')
    const body = await productBody({ partnerId })
    const made = await client.post(URL).headers(admin.headers).json(body)
    made.assertStatus(201)
    assert.isTrue(made.body().data.isPublic)
    const audit = await db.from('audit_entries').where({ subject_id: made.body().data.id })
    assert.deepEqual(
      audit.map((entry) => entry.action),
      ['listing.created']
    )
  })

  test('refuses what cannot be sold, naming the fields', async ({ client, assert }) => {
    const { headers } = await seller()
    const bad: [body: object, field: string][] = [
      [{ title: '' }, 'title'],
      [{ categoryId: 'cat_01h2xcejqtf2nbrexx3vqjhp41' }, 'categoryId'],
      [{ variants: [] }, 'variants'],
      [{ variants: undefined }, 'prices'],
      [{ billingInterval: 'week' }, 'billingInterval'],
      [{ variants: [{ prices: [{ amount: 0, currency: 'EUR' }] }] }, 'variants.0.prices.0.amount'],
      [
        { variants: [{ prices: [{ amount: 9.5, currency: 'EUR' }] }] },
        'variants.0.prices.0.amount',
      ],
      [
        {
          variants: [
            {
              prices: [
                { amount: 5, currency: 'EUR' },
                { amount: 6, currency: 'EUR' },
              ],
            },
          ],
        },
        'variants.0.prices',
      ],
      [
        { variants: [{ prices: [{ amount: 5, currency: 'EUR', compareAt: 5 }] }] },
        'variants.0.prices.0.compareAt',
      ],
      [{ variants: [{ prices: [{ amount: 5, currency: 'EUR' }], stock: -1 }] }, 'variants.0.stock'],
      [
        { variants: [{ prices: [{ amount: 5, currency: 'EUR' }], options: { size: { a: 1 } } }] },
        'variants.0.options.size',
      ],
    ]
    for (const [change, field] of bad) {
      const response = await client
        .post(URL)
        .headers(headers)
        .json(await productBody(change))
      response.assertStatus(422)
      assert.include(
        response.body().errors.map((error: any) => error.field),
        field
      )
    }
  })

  test('takes a label once for each partner', async ({ client, assert }) => {
    const [one, other] = [await seller(), await seller()]
    const prices = [{ amount: 900, currency: 'EUR' }]
    const body = () => productBody({ variants: undefined, prices, sku: 'TABLE-1' })
    const first = await client
      .post(URL)
      .headers(one.headers)
      .json(await body())
    first.assertStatus(201)
    const again = await client
      .post(URL)
      .headers(one.headers)
      .json(await body())
    again.assertStatus(409)
    assert.containSubset(again.body().errors[0], { code: 'E_SKU_TAKEN', field: 'sku' })
    const elsewhere = await client
      .post(URL)
      .headers(other.headers)
      .json(await body())
    elsewhere.assertStatus(201)
    const removed = await client.delete(`${URL}/${first.body().data.id}`).headers(one.headers)
    removed.assertStatus(204)
    const later = await client
      .post(URL)
      .headers(one.headers)
      .json(await body())
    later.assertStatus(201)
  })
})

test.group('products.index', () => {
  test('shows what is public, with prices, pictures and stock', async ({ client, assert }) => {
    const { listingId, categoryId, partnerId, variantId } = await makeListing({ stock: 0 })
    await makeListing({ categoryId, listing: { status: 'draft' } })
    await makeListing({ categoryId, listing: { moderation: 'pending' } })
    await makeListing({ categoryId, listing: { deleted_at: clock.now() } })
    await makeListing({ categoryId, partner: await draftPartner() })
    const response = await client.get(URL).qs({ categoryId })
    response.assertStatus(200)
    assert.deepEqual(ids(response), [listingId])
    const [product] = response.body().data
    assert.equal(product.partner.id, partnerId)
    assert.equal(product.category.id, categoryId)
    assert.equal(product.variantId, variantId)
    assert.isFalse(product.inStock)
    assert.notProperty(product, 'moderation')
  })

  test('filters by each property', async ({ client, assert }) => {
    const word = unique('qq')
    const { listingId, categoryId, partnerId } = await makeListing({
      prices: [{ currency: 'EUR', amount: 2500 }],
      listing: { title: `Teapot ${word}`, rating_sum: 45, rating_count: 10 },
    })
    const hits: object[] = [
      { partnerId },
      { q: word },
      { q: `TEAPOT ${word.slice(0, 6)}` },
      { priceMin: 2000, priceMax: 2500, currency: 'EUR' },
      { minRating: 4.5 },
      { inStock: true },
      { recurring: false },
    ]
    const misses: object[] = [
      { partnerId: (await seller()).partnerId },
      { q: `${word} astronaut` },
      { q: '"*' },
      { priceMin: 2501, currency: 'EUR' },
      { priceMax: 9000, currency: 'USD' },
      { minRating: 4.6 },
      { inStock: false },
      { recurring: true },
    ]
    for (const sort of ['newest', 'rating', 'best_selling']) {
      for (const filter of hits) {
        const response = await client.get(URL).qs({ categoryId, sort, ...filter })
        response.assertStatus(200)
        assert.deepEqual(ids(response), [listingId], JSON.stringify(filter))
      }
      for (const filter of misses) {
        const response = await client.get(URL).qs({ categoryId, sort, ...filter })
        assert.deepEqual(ids(response), [], JSON.stringify(filter))
      }
    }
    const noCurrency = await client.get(URL).qs({ priceMin: 5 })
    noCurrency.assertStatus(422)
    assert.equal(noCurrency.body().errors[0].field, 'currency')
  })

  test('sorts by age, price, rating and sales, page by page', async ({ client, assert }) => {
    const categoryId = await makeCategory(await makeCategory())
    const amounts = [300, 100, 200, 200]
    const made: string[] = []
    for (const [index, amount] of amounts.entries()) {
      const { listingId } = await makeListing({
        categoryId,
        prices: [{ currency: 'EUR', amount }],
        listing: { rating_score: 1000 * index, sold_count: 10 - index },
      })
      made.push(listingId)
    }
    const [a, b, c, d] = made
    const expected: Record<string, string[]> = {
      'newest': [d, c, b, a],
      'price': [b, c, d, a],
      '-price': [a, d, c, b],
      'rating': [d, c, b, a],
      'best_selling': [a, b, c, d],
    }
    const parent = (await db.from('categories').where({ id: categoryId }).firstOrFail()).parent_id
    for (const [sort, order] of Object.entries(expected))
      for (const category of [categoryId, parent]) {
        const found: string[] = []
        let cursor: string | null = null
        do {
          const query = { categoryId: category, sort, currency: 'EUR', limit: 3 }
          const response: any = await client.get(URL).qs(cursor ? { ...query, cursor } : query)
          response.assertStatus(200)
          found.push(...ids(response))
          cursor = response.body().meta.nextCursor
        } while (cursor)
        assert.deepEqual(found, order, sort)
      }
  })

  test('counts what was found by category, price and rating', async ({ client, assert }) => {
    const parent = await makeCategory()
    const [one, two] = [await makeCategory(parent), await makeCategory(parent)]
    const price = (amount: number) => [{ currency: 'EUR', amount }]
    await makeListing({ categoryId: one, prices: price(100) })
    await makeListing({
      categoryId: one,
      prices: price(300),
      listing: { rating_sum: 9, rating_count: 2 },
    })
    await makeListing({
      categoryId: two,
      prices: price(200),
      listing: { rating_sum: 3, rating_count: 1 },
    })
    const response = await client
      .get(URL)
      .qs({ categoryId: parent, currency: 'EUR', facets: true, limit: 1 })
    response.assertStatus(200)
    const { facets } = response.body().meta
    assert.equal(facets.counted, 3)
    assert.isTrue(facets.isComplete)
    assert.deepEqual(
      facets.categories.map((row: any) => [row.id, row.count]),
      [
        [one, 2],
        [two, 1],
      ]
    )
    assert.deepEqual(facets.price, { currency: 'EUR', min: 100, max: 300 })
    assert.deepEqual(
      facets.ratings.map((row: any) => row.count),
      [1, 2, 2]
    )
  })
})

test.group('products.show', () => {
  test('has the variants, and nothing that only its partner may know', async ({
    client,
    assert,
  }) => {
    const { listingId } = await makeListing({
      variants: 2,
      prices: [{ currency: 'EUR', amount: 500, compareAt: 700 }],
    })
    const response = await client.get(`${URL}/${listingId}`)
    response.assertStatus(200)
    const { variants } = response.body().data
    assert.lengthOf(variants, 2)
    assert.deepEqual(variants[0].prices, [{ amount: 500, currency: 'EUR', compareAt: 700 }])
    assert.equal(variants[0].available, 10)
    for (const secret of ['onHand', 'reserved', 'version']) assert.notProperty(variants[0], secret)
  })
})

test.group('products.update', () => {
  test('goes back to staff for what people read, not for prices', async ({ client, assert }) => {
    const partner = await seller()
    const { listingId } = await makeListing({ partner })
    const priced = await client
      .put(`${URL}/${listingId}`)
      .headers(partner.headers)
      .json({ prices: [{ amount: 100, currency: 'EUR' }] })
    priced.assertStatus(200)
    assert.isTrue(priced.body().data.isPublic)
    assert.equal(priced.body().data.prices[0].min, 100)
    const renamed = await client
      .put(`${URL}/${listingId}`)
      .headers(partner.headers)
      .json({ title: 'Something else' })
    renamed.assertStatus(200)
    assert.equal(renamed.body().data.moderation, 'pending')
    assert.equal(Number((await listingRow(listingId)).is_public), 0)
  })

  test('is for its partner and for staff alone', async ({ client }) => {
    const { listingId } = await makeListing()
    const other = await seller()
    const staff = await actorOfRole('admin')
    const change = (headers: object) =>
      client
        .put(`${URL}/${listingId}`)
        .headers(headers as any)
        .json({ title: 'Mine' })
    ;(await change(other.headers)).assertStatus(404)
    ;(await change(staff.headers)).assertStatus(200)
  })
})

test.group('products.status.update', () => {
  test('switches, or sets what is said', async ({ client, assert }) => {
    const partner = await seller()
    const { listingId } = await makeListing({ partner })
    const toggle = (body: object) =>
      client.put(`${URL}/${listingId}/toggle-status`).headers(partner.headers).json(body)
    const shows = async () => (await client.get(`${URL}/${listingId}`)).status()
    assert.equal(await shows(), 200)
    assert.equal((await toggle({})).body().data.status, 'inactive')
    assert.equal(await shows(), 404)
    assert.equal((await toggle({ status: 'inactive' })).body().data.status, 'inactive')
    assert.equal((await toggle({})).body().data.status, 'active')
    assert.equal(await shows(), 200)
  })
})

test.group('products.destroy', () => {
  test('keeps the rows that orders name, and shows them to nobody', async ({ client, assert }) => {
    const partner = await seller()
    const { listingId, variantId } = await makeListing({ partner })
    const gone = await client.delete(`${URL}/${listingId}`).headers(partner.headers)
    gone.assertStatus(204)
    for (const headers of [{}, partner.headers]) {
      const shown = await client.get(`${URL}/${listingId}`).headers(headers)
      shown.assertStatus(404)
    }
    assert.equal(Number((await variantRow(variantId)).is_active), 0)
    const prices = await db.from('listing_prices').where({ listing_id: listingId })
    assert.deepEqual(prices, [])
    const again = await client.delete(`${URL}/${listingId}`).headers(partner.headers)
    again.assertStatus(404)
  })
})
