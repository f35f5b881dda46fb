import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeCorner, makePartners, submitInquiry } from '#tests/helpers/marketplace'

const PATH = '/api/v1/locations'

test.group('locations.index', () => {
  test('finds a city by how it begins, whatever accents and capitals', async ({
    client,
    assert,
  }) => {
    for (const q of ['lodz', 'ŁÓDŹ', 'Łód']) {
      const answer = await client.get(PATH).qs({ country: 'PL', q })
      answer.assertStatus(200)
      assert.deepEqual(
        answer.body().data.map((location: any) => location.city),
        ['Łódź']
      )
    }
  })

  test('pages through a country without repeating or losing one', async ({ client, assert }) => {
    const all = await client.get(PATH).qs({ country: 'FR', limit: 100 })
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: any = await client
        .get(PATH)
        .qs({ country: 'FR', limit: 7, ...(cursor ? { cursor } : {}) })
      found.push(...page.body().data.map((location: any) => location.id))
      cursor = page.body().meta.nextCursor
    } while (cursor)
    assert.deepEqual(
      found,
      all.body().data.map((location: any) => location.id)
    )
  })

  test('gives the nearest first, page by page', async ({ client, assert }) => {
    const near = { near: '52.52,13.41', radiusKm: 300 }
    const all = await client.get(PATH).qs({ ...near, limit: 100 })
    assert.equal(all.body().data[0].city, 'Berlin')
    const unescaped = await client.get(`${PATH}?near=52.52,13.41&limit=1`)
    assert.equal(unescaped.body().data[0].city, 'Berlin')
    const distances = all.body().data.map((location: any) => location.distanceKm)
    assert.deepEqual(
      distances,
      distances.toSorted((a: number, b: number) => a - b)
    )
    const first = await client.get(PATH).qs({ ...near, limit: 2 })
    const second = await client
      .get(PATH)
      .qs({ ...near, limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual([...first.body().data, ...second.body().data], all.body().data.slice(0, 4))
  })

  test('names the field of each refusal', async ({ client, assert }) => {
    for (const [field, value] of [
      ['country', 'Germany'],
      ['near', '91,0'],
      ['near', 'here'],
      ['limit', '0'],
      ['q', 'x'.repeat(121)],
      ['radiusKm', '1e9'],
    ]) {
      const answer = await client.get(PATH).qs({ [field]: value })
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
  })
})

test.group('locations.staff', () => {
  test('is for staff who keep categories', async ({ client }) => {
    const guest = await client.post('/api/v1/admin/locations').json({})
    guest.assertStatus(401)
    const { headers } = await actorOfRole('partner')
    const partner = await client.post('/api/v1/admin/locations').headers(headers).json({})
    partner.assertStatus(403)
  })

  test('adds, refuses a second one, changes, hides, deletes', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const city = unique('Ville ')
    const body = { city, country: 'FR', state: 'Brittany', latitude: 48.1, longitude: -1.7 }
    const made = await client.post('/api/v1/admin/locations').headers(headers).json(body)
    made.assertStatus(201)
    const twice = await client
      .post('/api/v1/admin/locations')
      .headers(headers)
      .json({ ...body, city: city.toUpperCase() })
    twice.assertStatus(409)
    assert.equal(twice.body().errors[0].code, 'E_LOCATION_TAKEN')

    const path = `/api/v1/admin/locations/${made.body().data.id}`
    const hidden = await client.put(path).headers(headers).json({ isActive: false })
    hidden.assertStatus(200)
    assert.equal(hidden.body().data.city, city)
    const shown = await client.get(PATH).qs({ q: city })
    assert.lengthOf(shown.body().data, 0)

    const gone = await client.delete(path).headers(headers)
    gone.assertStatus(204)
    const missing = await client
      .put(`/api/v1/admin/locations/${newId('location')}`)
      .headers(headers)
      .json({ city: 'x' })
    missing.assertStatus(404)
  })
})

test.group('locations.staff.destroy', () => {
  test('refuses while a partner or an inquiry names the place', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const corner = await makeCorner()
    const remove = () =>
      client.delete(`/api/v1/admin/locations/${corner.locationId}`).headers(headers)

    const { inquiryId } = await submitInquiry(corner)
    const byInquiry = await remove()
    byInquiry.assertStatus(409)
    const [error] = byInquiry.body().errors
    assert.deepInclude(error, { code: 'E_LOCATION_IN_USE', uses: { partners: 0, inquiries: 1 } })

    await makePartners(corner, 2)
    const byBoth = await remove()
    byBoth.assertStatus(409)
    assert.deepEqual(byBoth.body().errors[0].uses, { partners: 2, inquiries: 1 })
    const inquiry = await db.from('inquiries').where({ id: inquiryId }).firstOrFail()
    assert.equal(inquiry.location_id, corner.locationId)
  })

  test('refuses while a partner alone works there', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const corner = await makeCorner()
    await makePartners(corner, 1)
    const answer = await client
      .delete(`/api/v1/admin/locations/${corner.locationId}`)
      .headers(headers)
    answer.assertStatus(409)
    assert.deepEqual(answer.body().errors[0].uses, { partners: 1, inquiries: 0 })
  })
})
