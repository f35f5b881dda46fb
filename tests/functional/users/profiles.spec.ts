import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeCategory, makeLocation } from '#tests/helpers/marketplace'

const PROFILE = '/api/v1/user/profile'

test.group('users.profiles', () => {
  test('wants a log-in', async ({ client }) => {
    ;(await client.get(PROFILE)).assertStatus(401)
    ;(await client.put(PROFILE).json({ name: 'x' })).assertStatus(401)
  })

  test('shows the own account and no secret', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('client')
    const response = await client.get(PROFILE).headers(headers)
    response.assertStatus(200)
    const { data } = response.body()
    assert.equal(data.email, user.email)
    assert.isNumber(data.completionPercentage)
    assert.isNull(data.avatar)
    assert.notMatch(JSON.stringify(data), /password|hash/i)
  })

  test('changes what is sent and keeps the rest', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const first = { companyName: 'ACME', businessType: 'SME', website: 'https://acme.example' }
    const before = await client.put(PROFILE).headers(headers).json(first)
    before.assertStatus(200)
    const after = await client
      .put(PROFILE)
      .headers(headers)
      .json({ name: '  Clara  ', timezone: 'Asia/Tokyo', language: 'de', companyName: null })
    after.assertStatus(200)
    const { data } = after.body()
    assert.equal(data.name, 'Clara')
    assert.equal(data.timezone, 'Asia/Tokyo')
    assert.equal(data.client.website, 'https://acme.example')
    assert.isNull(data.client.companyName)
    assert.isBelow(data.completionPercentage, before.body().data.completionPercentage)
  })

  test('works by the published spelling', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const url = '/api/profile/update-basic-info'
    const response = await client.post(url).headers(headers).json({ name: 'Paula' })
    response.assertStatus(200)
    assert.equal(response.body().data.name, 'Paula')
  })

  test('names every invalid field', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const response = await client
      .put(PROFILE)
      .headers(headers)
      .json({
        name: '',
        language: 'german',
        timezone: 'Mars/Olympus',
        country: 'Germany',
        website: 'javascript:alert(1)',
        description: 'x'.repeat(2001),
        companyName: 7,
      })
    response.assertStatus(422)
    assert.sameMembers(
      [...new Set(response.body().errors.map((error: any) => error.field))],
      ['name', 'language', 'timezone', 'country', 'website', 'description', 'companyName']
    )
  })

  test('never changes role, status, e-mail or phone', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('client')
    const forged = {
      role: 'admin',
      status: 'banned',
      email: 'x@example.test',
      phone: '+4930123456',
    }
    const response = await client
      .put(PROFILE)
      .headers(headers)
      .json({ name: 'Z', ...forged })
    response.assertStatus(200)
    assert.equal(response.body().data.role, 'client')
    assert.equal(response.body().data.email, user.email)
    assert.isNull(response.body().data.phone)
  })

  test("refuses a client's fields from others", async ({ client, assert }) => {
    const { headers } = await actorOfRole('partner')
    const response = await client.put(PROFILE).headers(headers).json({ companyName: 'X' })
    response.assertStatus(422)
    assert.equal(response.body().errors[0].field, 'companyName')
  })

  test('keeps odd characters or refuses them, never fails', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    for (const name of ['a\0b', '\ud800', '🦊'.repeat(60), 'x'.repeat(121)]) {
      const response = await client.put(PROFILE).headers(headers).json({ name, description: name })
      assert.include([200, 422], response.status())
    }
  })
})

test.group('users.preferences.update', () => {
  const PREFERENCES = '/api/v1/user/preferences'

  test('wants a log-in', async ({ client }) => {
    ;(await client.put(PREFERENCES).json({})).assertStatus(401)
  })

  test('stores lists, and keeps those that are not sent', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const categoryIds = [await makeCategory()]
    const locationIds = [await makeLocation()]
    const first = await client
      .put(PREFERENCES)
      .headers(headers)
      .json({ categoryIds, locationIds, languages: ['en'], industries: ['Food'] })
    first.assertStatus(200)
    const second = await client.post('/api/profile/update-preferences').headers(headers).json({
      industries: [],
    })
    assert.deepEqual(second.body().data, {
      industries: [],
      categoryIds,
      languages: ['en'],
      locationIds,
    })
  })

  test('refuses what does not exist, doubles and too many', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const put = (body: object) => client.put(PREFERENCES).headers(headers).json(body)
    const missing = await put({ categoryIds: [newId('category')] })
    missing.assertStatus(422)
    assert.equal(missing.body().errors[0].field, 'categoryIds')
    ;(await put({ locationIds: [newId('location')] })).assertStatus(422)
    ;(await put({ languages: ['en', 'en'] })).assertStatus(422)
    ;(await put({ industries: Array.from({ length: 21 }, (_, i) => `i${i}`) })).assertStatus(422)
    ;(await put({ categoryIds: 'x' })).assertStatus(422)
  })
})

test.group('users.onboardings', () => {
  const ONBOARDING = '/api/v1/user/onboarding'

  test('goes step by step, and each step once', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const put = (step: string) => client.put(ONBOARDING).headers(headers).json({ step })
    const start = await client.get(ONBOARDING).headers(headers)
    assert.equal(start.body().data.step, 'basics')

    const early = await put('preferences')
    early.assertStatus(409)
    assert.include(early.body().errors[0].missing, 'basics')
    ;(await put('basics')).assertStatus(200)
    ;(await put('basics')).assertStatus(200)
    const lacking = await put('profile')
    assert.include(lacking.body().errors[0].missing, 'businessType')

    await client.put(PROFILE).headers(headers).json({ businessType: 'individual' })
    ;(await put('profile')).assertStatus(200)
    await client
      .put('/api/v1/user/preferences')
      .headers(headers)
      .json({ industries: ['Food'] })
    const end = await put('preferences')
    assert.isTrue(end.body().data.isComplete)
    assert.isNotNull(end.body().data.completedAt)
  })

  test('refuses unknown steps, and strangers', async ({ client }) => {
    const { headers } = await actorOfRole('hr')
    ;(await client.get(ONBOARDING)).assertStatus(401)
    ;(await client.put(ONBOARDING).headers(headers).json({ step: 'profile' })).assertStatus(422)
    ;(await client.put(ONBOARDING).headers(headers).json({})).assertStatus(422)
  })
})

test.group('users.devices.store', () => {
  test('registers a token once, and moves it with the device', async ({ client, assert }) => {
    const first = await actorOfRole('client')
    const second = await actorOfRole('client')
    const body = { platform: 'ios', pushToken: unique('token-') }
    const post = (headers: any) => client.post('/api/v1/user/devices').headers(headers).json(body)
    const answers = await Promise.all([post(first.headers), post(first.headers)])
    answers.forEach((answer) => answer.assertStatus(201))
    ;(await post(second.headers)).assertStatus(201)
    const rows = await db.from('devices').where({ push_token: body.pushToken })
    assert.lengthOf(rows, 1)
    assert.equal(rows[0].user_id, second.user.id)
  })

  test('refuses strangers, odd platforms and odd tokens', async ({ client }) => {
    const { headers } = await actorOfRole('partner')
    const post = (body: object) => client.post('/api/v1/user/devices').headers(headers).json(body)
    ;(await client.post('/api/v1/user/devices').json({})).assertStatus(401)
    ;(await post({ platform: 'fax', pushToken: 'abcdefgh' })).assertStatus(422)
    ;(await post({ platform: 'web', pushToken: 'a b' })).assertStatus(422)
    ;(await post({ platform: 'web', pushToken: 'x'.repeat(256) })).assertStatus(422)
  })
})
