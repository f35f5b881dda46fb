import { test } from '@japa/runner'
import { newId } from '#core/support/ids'
import { regionOfCountry } from '#regions/queries/region_of_country'
import { actorOfRole, unique } from '#tests/helpers/actors'

test.group('regions.index', () => {
  test('lists active regions with their countries, page by page', async ({ client, assert }) => {
    const first = await client.get('/api/v1/regions').qs({ limit: 5 })
    first.assertStatus(200)
    assert.lengthOf(first.body().data, 5)
    const next = await client
      .get('/api/v1/regions')
      .qs({ limit: 100, cursor: first.body().meta.nextCursor })
    const ids = [...first.body().data, ...next.body().data].map((region: any) => region.id)
    assert.equal(new Set(ids).size, ids.length)

    const germany = await client.get('/api/v1/regions').qs({ country: 'DE' })
    assert.deepEqual(germany.body().data[0].countries, ['DE'])
    const foreign = await client.get('/api/v1/regions').qs({ cursor: 'nonsense' })
    foreign.assertStatus(400)
  })
})

test.group('regions.show', () => {
  test('shows one with what is not sold there; 404 for none', async ({ client, assert }) => {
    const { id } = (await regionOfCountry('FR'))!
    const answer = await client.get(`/api/v1/regions/${id}`)
    answer.assertStatus(200)
    assert.equal(answer.body().data.currency, 'EUR')
    assert.properties(answer.body().data.restrictions, ['productIds', 'categoryIds'])
    const none = await client.get(`/api/v1/regions/${newId('region')}`)
    none.assertStatus(404)
  })
})

test.group('regions.staff', () => {
  test('is for staff who keep regions', async ({ client }) => {
    const body = { name: unique('Region '), currency: 'EUR' }
    const guest = await client.post('/api/v1/regions').json(body)
    guest.assertStatus(401)
    const dev = await client
      .post('/api/v1/regions')
      .headers((await actorOfRole('dev')).headers)
      .json(body)
    dev.assertStatus(403)
  })

  test('a country is in one region, also when two claim it at once', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const claim = () =>
      client
        .post('/api/v1/regions')
        .headers(headers)
        .json({ name: unique('Region '), currency: 'ISK', countries: ['IS'] })
    const answers = await Promise.all([claim(), claim()])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [201, 409])
    const refused = answers.find((answer) => answer.status() === 409)!
    assert.deepEqual(refused.body().errors[0].countries, ['IS'])

    const { id } = answers.find((answer) => answer.status() === 201)!.body().data
    const freed = await client
      .put(`/api/v1/regions/${id}`)
      .headers(headers)
      .json({ countries: [], taxBps: 2400 })
    assert.deepEqual(freed.body().data.countries, [])
    assert.equal(freed.body().data.taxBps, 2400)
    assert.isNull(await regionOfCountry('IS'))
  })

  test('names the field of each refusal', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const cases: [body: object, field: string][] = [
      [{ currency: 'EUR' }, 'name'],
      [{ name: 'Germany', currency: 'EUR' }, 'name'],
      [{ name: 'x', currency: 'EURO' }, 'currency'],
      [{ name: 'x', currency: 'EUR', taxBps: 10_001 }, 'taxBps'],
      [{ name: 'x', currency: 'EUR', countries: ['de'] }, 'countries.0'],
    ]
    for (const [body, field] of cases) {
      const answer = await client.post('/api/v1/regions').headers(headers).json(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
  })

  test('replaces what is not sold there', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const region = await client
      .post('/api/v1/regions')
      .headers(headers)
      .json({ name: unique('Region '), currency: 'EUR' })
    const path = `/api/v1/regions/${region.body().data.id}/restrictions`
    const category = (await client.get('/api/v1/categories')).body().data[0].id
    const productId = newId('partner').replace('prt_', 'prd_')

    for (const body of [
      { productIds: [productId], categoryIds: [category] },
      { productIds: [], categoryIds: [category] },
    ]) {
      const answer = await client.put(path).headers(headers).json(body)
      answer.assertStatus(200)
      assert.deepEqual(answer.body().data.restrictions, body)
    }
    const unknown = await client
      .put(path)
      .headers(headers)
      .json({ productIds: [], categoryIds: [newId('category')] })
    unknown.assertStatus(422)
    assert.equal(unknown.body().errors[0].field, 'categoryIds.0')
  })

  test('is not deleted while accounts belong to it', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const made = await client
      .post('/api/v1/regions')
      .headers(headers)
      .json({ name: unique('Region '), currency: 'EUR' })
    const { id } = made.body().data
    const { user } = await actorOfRole('client', { regionId: id })
    const refused = await client.delete(`/api/v1/regions/${id}`).headers(headers)
    refused.assertStatus(409)
    assert.deepInclude(refused.body().errors[0], {
      code: 'E_REGION_IN_USE',
      uses: { users: 1, orders: 0 },
    })

    await user.merge({ regionId: null }).save()
    const deleted = await client.delete(`/api/v1/regions/${id}`).headers(headers)
    deleted.assertStatus(204)
    const again = await client.delete(`/api/v1/regions/${id}`).headers(headers)
    again.assertStatus(404)
  })
})
