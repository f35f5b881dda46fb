import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { unique } from '#tests/helpers/actors'
import { makeCategory } from '#tests/helpers/marketplace'
import {
  approvedPartner,
  completePartner,
  showCategories,
  submittedPartner,
} from '#tests/helpers/partners'

const ids = (response: any): string[] => response.body().data.map((row: any) => row.id)

test.group('partners.index', () => {
  test('shows approved partners alone, without private data', async ({ client, assert }) => {
    const partner = await approvedPartner()
    const waiting = await submittedPartner()
    const find = (categoryId: string) => client.get('/api/v1/partners').qs({ categoryId })

    const found = await find(partner.corner.categoryId)
    found.assertStatus(200)
    assert.deepEqual(ids(found), [partner.partnerId])
    assert.notInclude(JSON.stringify(found.body()), partner.user.email!)
    assert.notInclude(JSON.stringify(found.body()), partner.user.id)
    assert.deepEqual(ids(await find(waiting.corner.categoryId)), [])
  })

  test('works by the published spelling', async ({ client }) => {
    const response = await client.get('/api/profile/creators')
    response.assertStatus(200)
  })

  test('finds partners of a category by every category above it', async ({ client, assert }) => {
    const partner = await approvedPartner()
    const parent = await makeCategory()
    await db
      .from('categories')
      .where({ id: partner.corner.categoryId })
      .update({ parent_id: parent })
    await showCategories()
    const response = await client.get('/api/v1/partners').qs({ categoryId: parent })
    assert.deepEqual(ids(response), [partner.partnerId])
  })

  test('filters by each property', async ({ client, assert }) => {
    const word = unique('zz')
    const partner = await approvedPartner({
      business_name: `Studio ${word}`,
      rate_min: 1000,
      rate_max: 5000,
      rate_currency: 'EUR',
      rating_sum: 45,
      rating_count: 10,
    })
    const platform = unique('plat')
    await db.table('partner_platforms').insert({ partner_id: partner.partnerId, platform })
    const base = { locationId: partner.corner.locationId }
    const hits: object[] = [
      { platform },
      { q: word },
      { q: `STUDIO ${word.slice(0, 6)} portr` },
      { q: word, platform },
      { rateMin: 4000, rateMax: 9000, currency: 'EUR' },
      { minRating: 4.5 },
      { verified: true },
      { availability: 'available' },
    ]
    const misses: object[] = [
      { platform: 'nowhere' },
      { q: `${word} astronaut` },
      { q: '"*' },
      { rateMin: 6000, currency: 'EUR' },
      { rateMin: 1000, currency: 'USD' },
      { minRating: 4.6 },
      { verified: false },
      { featured: true },
      { availability: 'away' },
    ]
    for (const filter of hits) {
      const response = await client.get('/api/v1/partners').qs({ ...base, ...filter })
      response.assertStatus(200)
      assert.deepEqual(ids(response), [partner.partnerId], JSON.stringify(filter))
    }
    for (const filter of misses) {
      const response = await client.get('/api/v1/partners').qs({ ...base, ...filter })
      response.assertStatus(200)
      assert.deepEqual(ids(response), [], JSON.stringify(filter))
    }
  })

  test('finds partners near a point, and none beyond', async ({ client, assert }) => {
    const partner = await approvedPartner()
    await db
      .from('locations')
      .where({ id: partner.corner.locationId })
      .update({ latitude: -54.5, longitude: 179.9 })
    const near = (longitude: number) =>
      client
        .get('/api/v1/partners')
        .qs({ latitude: -54.5, longitude, km: 30, categoryId: partner.corner.categoryId })
    assert.deepEqual(ids(await near(-179.9)), [partner.partnerId])
    assert.deepEqual(ids(await near(170)), [])
  })

  test('pages through every partner once, in either order', async ({ client, assert }) => {
    const scores = [4000, 4500, 4500, 3000, 4999]
    const partners = await Promise.all(
      scores.map((score) => approvedPartner({ rating_score: score }))
    )
    const locationId = partners[0].corner.locationId
    const all = partners.map((partner) => partner.partnerId)
    await db.from('partners').whereIn('id', all).update({ location_id: locationId })
    const platform = unique('plat')
    await db.table('partner_platforms').multiInsert(all.map((id) => ({ partner_id: id, platform })))
    // a city is walked in order, the few of a platform are sorted
    const lists = ['rating', 'newest'].flatMap((sort) => [
      { sort, locationId },
      { sort, platform },
    ])
    for (const list of lists) {
      const { sort } = list
      const seen: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = await client
          .get('/api/v1/partners')
          .qs({ ...list, limit: 2, ...(cursor && { cursor }) })
        seen.push(...ids(page))
        cursor = page.body().meta.nextCursor
        if (!cursor) break
      }
      assert.sameMembers(seen, all)
      assert.lengthOf(seen, all.length)
      assert.equal(seen[0], sort === 'rating' ? all[4] : all.toSorted().at(-1))
    }
  })

  test('asks as many questions for a page of one as for a page of many', async ({
    client,
    assert,
  }) => {
    const partners = [await approvedPartner(), await approvedPartner(), await approvedPartner()]
    const locationId = partners[0].corner.locationId
    await db
      .from('partners')
      .whereIn(
        'id',
        partners.map((partner) => partner.partnerId)
      )
      .update({ location_id: locationId })
    const knex = db.connection().getReadClient()
    const count = async (limit: number) => {
      let queries = 0
      const listener = () => queries++
      knex.on('query', listener)
      await client.get('/api/v1/partners').qs({ locationId, limit })
      knex.off('query', listener)
      return queries
    }
    await count(1)
    const forOne = await count(1)
    assert.isAbove(forOne, 3)
    assert.equal(await count(3), forOne)
  })

  test('names every invalid filter', async ({ client, assert }) => {
    const response = await client.get('/api/v1/partners').qs({
      categoryId: 'x',
      minRating: 9,
      rateMin: 1e300,
      sort: 'random',
      latitude: 95,
      availability: 'maybe',
      limit: 1000,
    })
    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.includeMembers(fields, [
      'categoryId',
      'minRating',
      'rateMin',
      'currency',
      'sort',
      'latitude',
      'longitude',
      'availability',
      'limit',
    ])
  })

  test('survives odd words', async ({ client }) => {
    for (const q of ['\u0000', '\ud800', "'; --", 'a'.repeat(100), '+-*"()~<>@', 'the of', '💥']) {
      const response = await client.get('/api/v1/partners').qs({ q })
      response.assertStatus(200)
    }
  })
})

test.group('partners.show', () => {
  test('shows an approved partner, and hides the others', async ({ client, assert }) => {
    const partner = await approvedPartner()
    const shown = await client.get(`/api/v1/partners/${partner.partnerId}`)
    shown.assertStatus(200)
    assert.equal(shown.body().data.bio, 'Weddings and portraits')
    assert.notInclude(JSON.stringify(shown.body()), partner.user.email!)

    const draft = await completePartner()
    const hidden = await client.get(`/api/v1/partners/${draft.partnerId}`)
    hidden.assertStatus(404)
    await db.from('partners').where({ id: partner.partnerId }).update({ status: 'suspended' })
    const suspended = await client.get(`/api/v1/partners/${partner.partnerId}/portfolio`)
    suspended.assertStatus(404)
  })

  test('hides a partner whose account is suspended', async ({ client }) => {
    const partner = await approvedPartner()
    await db.from('users').where({ id: partner.user.id }).update({ status: 'suspended' })
    const response = await client.get(`/api/v1/partners/${partner.partnerId}`)
    response.assertStatus(404)
  })
})
