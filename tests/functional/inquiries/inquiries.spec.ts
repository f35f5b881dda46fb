import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { inquiryIn, makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'

test.group('inquiries.store', () => {
  test('is for clients alone', async ({ client }) => {
    const nobody = await client.post('/api/v1/inquiries').json({})
    nobody.assertStatus(401)
    const partner = await actorOfRole('partner')
    const other = await client.post('/api/v1/inquiries').headers(partner.headers).json({})
    other.assertStatus(403)
  })

  test('names every invalid field', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const response = await client
      .post('/api/v1/inquiries')
      .headers(headers)
      .json({
        categoryId: 'cat_x',
        locationId: 5,
        title: '',
        description: 'x'.repeat(5001),
        budget: { min: '12', max: 1.5, currency: 'XXQ' },
        date: '2026-02-30',
      })
    response.assertStatus(422)
    const fields = new Set(response.body().errors.map((error: { field: string }) => error.field))
    assert.sameMembers(
      [...fields],
      [
        'categoryId',
        'locationId',
        'title',
        'description',
        'budget.min',
        'budget.max',
        'budget.currency',
        'date',
      ]
    )
  })

  test('refuses a budget upside down, a past date, and what does not exist', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('client')
    const corner = await makeCorner()
    const refused = [
      ['budget.max', { budget: { min: 200, max: 100, currency: 'EUR' } }],
      ['date', { date: '2020-01-01' }],
      ['categoryId', { categoryId: newId('category') }],
      ['locationId', { locationId: newId('location') }],
    ] as const
    for (const [field, part] of refused) {
      const response = await client
        .post('/api/v1/inquiries')
        .headers(headers)
        .json(inquiryIn(corner, part))
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
  })

  test('stores strange text instead of failing on it', async ({ client }) => {
    const { headers } = await actorOfRole('client')
    const corner = await makeCorner()
    for (const title of ['a\u0000b', '\ud800', '\u{1F984}'.repeat(80)]) {
      const response = await client
        .post('/api/v1/inquiries')
        .headers(headers)
        .json(inquiryIn(corner, { title }))
      response.assertStatus(201)
    }
  })

  test('goes to the best partners, who are told, as is the client', async ({ client, assert }) => {
    const corner = await makeCorner()
    const partners = []
    for (let i = 0; i < 7; i++)
      partners.push(await makePartner(corner, { rating_sum: 5 * i, rating_count: i }))
    const { user, headers } = await actorOfRole('client')

    const response = await client
      .post('/api/v1/inquiries')
      .headers(headers)
      .json(inquiryIn(corner, { date: '2099-05-01' }))
    response.assertStatus(201)
    const { data } = response.body()
    assert.equal(data.status, 'offered')
    assert.equal(data.matchedPartners, 5)
    assert.equal(data.date, '2099-05-01')
    assert.deepEqual(data.budget, { min: 20_000, max: 40_000, currency: 'EUR' })
    assert.deepEqual(
      data.leads.map((lead: any) => lead.partner.id),
      partners
        .slice(2)
        .reverse()
        .map((partner) => partner.partnerId)
    )
    assert.notInclude(JSON.stringify(data), 'score')

    await drainOutbox()
    assert.include((await mailsTo(user.email!)).at(-1), 'went to 5 partners')
    assert.include((await mailsTo(partners[6].user.email!)).at(-1), 'Photos of a wedding')
    assert.isEmpty(await mailsTo(partners[0].user.email!))
  })

  test('stays submitted when nobody is eligible', async ({ client, assert }) => {
    const corner = await makeCorner()
    const { headers } = await actorOfRole('client')
    const response = await client
      .post('/api/v1/inquiries')
      .headers(headers)
      .json(inquiryIn({ ...corner, categoryId: await makeCategory() }))
    response.assertStatus(201)
    assert.equal(response.body().data.status, 'submitted')
    assert.equal(response.body().data.matchedPartners, 0)
  })

  test('answers a retry with the same key with the same inquiry', async ({ client, assert }) => {
    const corner = await makeCorner()
    await makePartner(corner)
    const { user, headers } = await actorOfRole('client')
    const submit = () =>
      client
        .post('/api/v1/inquiries')
        .headers({ ...headers, 'idempotency-key': 'wedding-1' })
        .json(inquiryIn(corner))
    const [first, racing] = await Promise.all([submit(), submit()])
    const again = await submit()

    again.assertStatus(201)
    assert.includeMembers([201, 409], [first.status(), racing.status()])
    const answered = [first, racing].find((response) => response.status() === 201)!
    assert.equal(again.body().data.id, answered.body().data.id)
    assert.equal(again.header('idempotency-replayed'), 'true')
    const stored = await db.from('inquiries').where('client_id', user.id)
    assert.lengthOf(stored, 1)
  })

  test('counts twenty a day and refuses the next', async ({ client, assert }) => {
    const corner = await makeCorner()
    const { headers } = await actorOfRole('client')
    const submit = () => client.post('/api/v1/inquiries').headers(headers).json(inquiryIn(corner))
    for (let i = 0; i < 20; i++) (await submit()).assertStatus(201)
    const refused = await submit()
    refused.assertStatus(429)
    assert.equal(refused.body().errors[0].code, 'E_TOO_MANY_INQUIRIES')
    assert.isAbove(Number(refused.header('retry-after')), 0)
  })

  test('answers at the spelling of the documents', async ({ client }) => {
    const { headers } = await actorOfRole('client')
    const corner = await makeCorner()
    const response = await client.post('/api/inquiry').headers(headers).json(inquiryIn(corner))
    response.assertStatus(201)
  })
})

test.group('inquiries.index', () => {
  test('lists own inquiries with their answers, newest first, in pages', async ({
    client,
    assert,
  }) => {
    const corner = await makeCorner()
    await makePartner(corner)
    const own = await actorOfRole('client')
    const other = await actorOfRole('client')
    const ids: string[] = []
    for (const { headers } of [own, other, own, own]) {
      const made = await client.post('/api/v1/inquiries').headers(headers).json(inquiryIn(corner))
      if (headers === own.headers) ids.unshift(made.body().data.id)
    }

    const first = await client.get('/api/v1/inquiries?limit=2').headers(own.headers)
    first.assertStatus(200)
    const cursor = first.body().meta.nextCursor
    const second = await client
      .get('/api/v1/inquiries')
      .qs({ limit: 2, cursor })
      .headers(own.headers)
    const found = [...first.body().data, ...second.body().data]
    assert.deepEqual(
      found.map((inquiry: any) => inquiry.id),
      ids
    )
    assert.isNull(second.body().meta.nextCursor)
    assert.lengthOf(found[0].leads, 1)
    assert.notInclude(JSON.stringify(found), 'score')

    const closed = await client.get('/api/v1/inquiries?status=closed').headers(own.headers)
    assert.isEmpty(closed.body().data)
    const wrong = await client.get('/api/v1/inquiries?status=lost').headers(own.headers)
    wrong.assertStatus(422)
    const anonymous = await client.get('/api/v1/inquiries')
    anonymous.assertStatus(401)
  })
})

test.group('inquiries.show', () => {
  test("shows an own inquiry, and hides a stranger's", async ({ client }) => {
    const corner = await makeCorner()
    const own = await actorOfRole('client')
    const stranger = await actorOfRole('client')
    const made = await client.post('/api/v1/inquiries').headers(own.headers).json(inquiryIn(corner))
    const url = `/api/v1/inquiries/${made.body().data.id}`

    const shown = await client.get(url).headers(own.headers)
    shown.assertStatus(200)
    const foreign = await client.get(url).headers(stranger.headers)
    foreign.assertStatus(404)
    const missing = await client.get(`/api/v1/inquiries/${newId('inquiry')}`).headers(own.headers)
    missing.assertStatus(404)
    const partner = await actorOfRole('partner')
    const wrongRole = await client.get(url).headers(partner.headers)
    wrongRole.assertStatus(403)
  })
})
