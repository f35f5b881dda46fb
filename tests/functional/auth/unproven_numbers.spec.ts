import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { issueCode } from '#auth/services/challenges'
import { proofMethodsOf } from '#auth/services/factor_methods'
import { write } from '#core/database/write'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox, textsTo } from '#tests/helpers/outbox'

const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`
const person = { name: 'Pia', password: PASSWORD, role: 'client' }

test.group('a number that nobody has confirmed', () => {
  test('opens no account: staff cannot text themselves in', async ({ client, assert }) => {
    const { user } = await actorOfRole('client')
    const { headers } = await actorOfRole('admin')
    const phone = newPhone()
    const changed = await client
      .put(`/api/v1/admin/customers/${user.id}`)
      .headers(headers)
      .json({ phone })
    changed.assertStatus(200)
    ;(await client.post('/api/v1/auth/otp').json({ phone })).assertStatus(202)
    await drainOutbox()
    assert.lengthOf(await textsTo(phone), 0)
    const byPassword = await client.post('/api/v1/auth/login').json({ phone, password: PASSWORD })
    byPassword.assertStatus(401)
  })

  test('nor does a code that was texted before the number changed', async ({ client, assert }) => {
    const phone = newPhone()
    const { user } = await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
    const code = async () =>
      (
        await write((trx) =>
          issueCode(trx, { purpose: 'phone_login', subject: phone, userId: user.id })
        )
      ).secret
    const status = async (body: object) =>
      (await client.post('/api/v1/auth/verify-otp').json(body)).status()
    const change = (values: object) => db.from('users').where('id', user.id).update(values)
    await change({ phone_verified_at: null })
    assert.equal(await status({ phone, code: await code() }), 422)
    await change({ phone: newPhone(), phone_verified_at: 1 })
    assert.equal(await status({ phone, code: await code() }), 422)
    await change({ phone })
    assert.equal(await status({ phone, code: await code() }), 200)
  })

  test('keeps its owner from nothing, and nobody hears of it', async ({ client, assert }) => {
    const phone = newPhone()
    const email = `${unique('squat')}@example.test`
    const post = (path: string, body: object) => client.post(`/api/v1/auth/${path}`).json(body)
    ;(await post('register', { ...person, email, phone })).assertStatus(202)
    const squatter = await post('verify-email', { email, code: await codeSentTo(email) })
    squatter.assertStatus(200)

    ;(await post('otp', { phone })).assertStatus(202)
    await drainOutbox()
    assert.lengthOf(await textsTo(phone), 0)
    ;(await post('register', { ...person, phone, name: 'Owner' })).assertStatus(202)
    const made = await post('verify-otp', { phone, code: await codeSentTo(phone) })
    made.assertStatus(200)
    assert.notEqual(made.body().data.user.id, squatter.body().data.user.id)

    ;(await post('otp', { phone })).assertStatus(202)
    const again = await post('verify-otp', { phone, code: await codeSentTo(phone) })
    assert.equal(again.body().data.user.id, made.body().data.user.id)
    const byPassword = await post('login', { phone, password: PASSWORD })
    assert.equal(byPassword.body().data.user.id, made.body().data.user.id)
  })

  test('tells no newcomer whether it has an account', async ({ client, assert }) => {
    const taken = newPhone()
    await actorOfRole('client', { phone: taken, phoneVerifiedAt: 1, email: null })
    const profileWith = async (phone: string) => {
      const email = `${unique('asks')}@example.test`
      await client.post('/api/v1/auth/register').json({ ...person, email, phone })
      const code = await codeSentTo(email)
      const made = await client.post('/api/v1/auth/verify-email').json({ email, code })
      made.assertStatus(200)
      const { accessToken } = made.body().data
      const profile = await client.get('/api/v1/user/profile').bearerToken(accessToken)
      return profile.body().data.phone
    }
    const free = newPhone()
    assert.deepEqual([await profileWith(taken), await profileWith(free)], [taken, free])
  })

  test('belongs to one account once it is confirmed', async ({ assert }) => {
    const phone = newPhone()
    await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
    await assert.rejects(() => actorOfRole('client', { phone, phoneVerifiedAt: 1 }))
    await actorOfRole('client', { phone })
  })

  test('is not among the methods of a step-up', async ({ assert }) => {
    const overrides = { email: null, passwordHash: null, phone: newPhone() }
    const { user } = await actorOfRole('client', overrides)
    assert.deepEqual(proofMethodsOf(user, 0), [])
    user.phoneVerifiedAt = 1
    assert.deepEqual(proofMethodsOf(user, 0), ['sms'])
  })

  test('borrows no known device of its owner', async ({ assert }) => {
    const { default: KnownDeviceOfRequest } = await import('#auth/queries/known_device_of_request')
    const { hashOfDevice } = await import('#auth/services/known_devices')
    const phone = newPhone()
    const { user } = await actorOfRole('client', { phone })
    const token = unique('device')
    const row = { user_id: user.id, token_hash: hashOfDevice(token) }
    const times = { last_seen_at: 1, expires_at: 9e12, created_at: 1 }
    await write((trx) =>
      trx
        .insertQuery()
        .table('known_devices')
        .insert({ ...row, ...times })
    )
    const query = new KnownDeviceOfRequest()
    assert.isNull(await query.execute({ token, by: 'phone', account: phone }))
    assert.equal(await query.execute({ token, by: 'email', account: user.email! }), row.token_hash)
  })
})
