import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { App, letProofAge, withApp } from '#tests/helpers/factors'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'

type Client = any
const number = () => `+4915${Math.floor(1e8 + Math.random() * 9e8)}`

const settings = async (client: Client, { headers }: TestActor) =>
  (await client.get('/api/v1/user/2fa').headers(headers)).body().data

test.group('auth.second_factor_settings.store', () => {
  test('answers a secret, an otpauth URI and a QR code, and turns nothing on yet', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const started = await client.post('/api/v1/user/enable-2fa').headers(person.headers).json({})
    started.assertStatus(200)
    const { method, secret, otpauthUri, qrCode } = started.body().data
    assert.equal(method, 'totp')
    assert.match(secret, /^[A-Z2-7]{32}$/)
    assert.match(otpauthUri, /^otpauth:\/\/totp\/Souk:.+secret=/)
    const png = Buffer.from(qrCode.replace('data:image/png;base64,', ''), 'base64')
    assert.equal(png.subarray(1, 4).toString(), 'PNG')
    assert.equal((await settings(client, person)).method, 'off')
    const row = await db.from('totp_factors').where({ user_id: person.user.id }).firstOrFail()
    assert.notInclude(row.secret, secret, 'the seed is stored encrypted')
  })

  test('wants the password, or a fresh proof', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    await letProofAge(person)
    const start = (body: object) =>
      client.post('/api/v1/user/enable-2fa').headers(person.headers).json(body)
    const stale = await start({})
    stale.assertStatus(403)
    assert.equal(stale.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    assert.deepEqual(stale.body().errors[0].methods, ['password'])
    ;(await start({ password: 'not the password' })).assertStatus(422)
    ;(await start({ password: PASSWORD })).assertStatus(200)
  })

  test('a password alone does not replace a factor that is on', async ({ client, assert }) => {
    const person = await actorOfRole('client', { twoFactor: 'email' })
    await letProofAge(person)
    const body = { method: 'totp', password: PASSWORD }
    const refused = await client.post('/api/v1/user/enable-2fa').headers(person.headers).json(body)
    refused.assertStatus(403)
    assert.deepEqual(refused.body().errors[0].methods, ['email'])
    const { headers } = await actorOfRole('client')
    const sms = await client
      .post('/api/v1/user/enable-2fa')
      .headers(headers)
      .json({ method: 'sms' })
    assert.equal(sms.body().errors[0].code, 'E_METHOD_NOT_OFFERED')
  })
})

test.group('auth.second_factor_settings.update', (group) => {
  group.each.teardown(() => clock.reset())

  test('ends every other session: they were opened without it', async ({ client }) => {
    const person = await actorOfRole('client')
    const elsewhere = await logIn(person.user)
    const read = ({ headers }: TestActor) => client.get('/api/v1/user/profile').headers(headers)
    ;(await read(elsewhere)).assertStatus(200)
    await withApp(person)
    ;(await read(elsewhere)).assertStatus(401)
    ;(await read(person)).assertStatus(200)
  })

  test('a set-up that nobody confirmed is over after ten minutes', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const post = (path: string, body: object = {}) =>
      client.post(`/api/v1/user/${path}`).headers(person.headers).json(body)
    const started = await post('enable-2fa')
    const { secret, expiresAt } = started.body().data
    assert.approximately(Date.parse(expiresAt), clock.now() + 10 * MINUTE, MINUTE)
    clock.travel(10 * MINUTE + 1000)
    const late = await post('verify-2fa', { code: new App(secret).next() })
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'E_SECOND_FACTOR_OFF')
    assert.equal((await settings(client, person)).method, 'off')
  })

  test('a right code turns the app on, answers ten recovery codes once, and tells the owner', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('admin')
    const start = await client.post('/api/v1/user/enable-2fa').headers(person.headers).json({})
    const app = new App(start.body().data.secret)
    const confirm = (code: string) =>
      client.post('/api/v1/user/verify-2fa').headers(person.headers).json({ code })
    ;(await confirm(app.wrong())).assertStatus(422)
    const done = await confirm(app.next())
    done.assertStatus(200)
    const { recoveryCodes } = done.body().data
    assert.lengthOf(new Set(recoveryCodes), 10)
    ;(await confirm(app.next())).assertStatus(409)

    assert.containSubset(await settings(client, person), {
      method: 'totp',
      methods: ['totp', 'recovery'],
      recoveryCodesLeft: 10,
      isAdvised: false,
    })
    const hashes = await db.from('recovery_codes').where({ user_id: person.user.id })
    for (const { code_hash: hash } of hashes) assert.match(hash, /^[0-9a-f]{64}$/)
    await drainOutbox()
    assert.include((await mailsTo(person.user.email!)).at(-1), 'a second factor was enabled')
  })

  test('a mailed and a texted code can be the second factor, too', async ({ client, assert }) => {
    for (const method of ['email', 'sms'] as const) {
      const phone = number()
      const person = await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
      const post = (path: string, body: object) =>
        client.post(`/api/v1/user/${path}`).headers(person.headers).json(body)
      const start = await post('enable-2fa', { method })
      start.assertStatus(200)
      assert.isNull(start.body().data.secret)
      const code = await codeSentTo(method === 'sms' ? phone : person.user.email!)
      ;(await post('verify-2fa', { code: code === '123456' ? '654321' : '123456' })).assertStatus(
        422
      )
      ;(await post('verify-2fa', { code })).assertStatus(200)
      assert.equal((await settings(client, person)).method, method)
    }
  })
})

test.group('auth.second_factor_settings.destroy', () => {
  test('wants the password and a code, or a recovery code', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const disable = (body: object) =>
      client.post('/api/v1/user/disable-2fa').headers(person.headers).json(body)
    ;(await disable({ password: PASSWORD })).assertStatus(422)
    ;(await disable({ code: app.next() })).assertStatus(422)
    ;(await disable({ password: PASSWORD, code: app.wrong() })).assertStatus(422)
    ;(await disable({ password: 'not the password', code: app.next() })).assertStatus(422)
    assert.equal((await settings(client, person)).method, 'totp')

    const other = await actorOfRole('client')
    const { recoveryCodes } = await withApp(other)
    const off = await client
      .post('/api/v1/user/disable-2fa')
      .headers(other.headers)
      .json({ password: PASSWORD, code: recoveryCodes[3].toUpperCase() })
    off.assertStatus(204)
    const found = await settings(client, other)
    assert.containSubset(found, { method: 'off', methods: [], recoveryCodesLeft: 0 })
    await drainOutbox()
    assert.include((await mailsTo(other.user.email!)).at(-1), 'the second factor was disabled')
    assert.isNull(await db.from('totp_factors').where({ user_id: other.user.id }).first())
  })

  test('codes by mail are turned off with a mailed code', async ({ client, assert }) => {
    const person = await actorOfRole('client', { twoFactor: 'email' })
    const post = (path: string, body: object) =>
      client.post(`/api/v1/${path}`).headers(person.headers).json(body)
    ;(await post('auth/step-up/send-code', { method: 'email' })).assertStatus(202)
    const code = await codeSentTo(person.user.email!)
    ;(await post('user/disable-2fa', { password: PASSWORD, code })).assertStatus(204)
    assert.equal((await settings(client, person)).method, 'off')
    ;(await post('user/disable-2fa', { password: PASSWORD, code })).assertStatus(409)
  })

  test('staff see to others, never to themselves', async ({ client, assert }) => {
    const root = await actorOfRole('senior_admin')
    const agent = await actorOfRole('agent')
    await withApp(agent)
    await withApp(root)
    const put = (id: string) =>
      client.put(`/api/v1/admin/users/${id}`).headers(root.headers).json({ twoFactor: 'off' })
    ;(await put(root.user.id)).assertStatus(403)
    ;(await put(agent.user.id)).assertStatus(200)
    const left = await db.from('recovery_codes').where({ user_id: agent.user.id })
    assert.lengthOf(left, 0)
    await drainOutbox()
    assert.include((await mailsTo(agent.user.email!)).at(-1), 'changed by our staff')
  })
})

test.group('auth.recovery_codes.store', () => {
  test('new codes void the old ones', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { recoveryCodes, app } = await withApp(person)
    const renew = () => client.post('/api/v1/user/recovery-codes').headers(person.headers)
    const renewed = await renew()
    renewed.assertStatus(201)
    assert.notDeepEqual(renewed.body().data.recoveryCodes, recoveryCodes)
    const stepUp = (code: string) =>
      client.post('/api/v1/auth/step-up').headers(person.headers).json({ code })
    ;(await stepUp(recoveryCodes[0])).assertStatus(422)
    ;(await stepUp(renewed.body().data.recoveryCodes[0])).assertStatus(200)
    ;(await stepUp(app.next())).assertStatus(200)
    await letProofAge(person)
    ;(await renew()).assertStatus(403)
  })
})

test.group('a role that moves money', () => {
  test('is told in its profile that it should have a second factor', async ({ client, assert }) => {
    for (const [role, expected] of [
      ['admin', true],
      ['dev', true],
      ['agent', false],
      ['client', false],
    ] as const) {
      const { headers } = await actorOfRole(role, { name: unique(role) })
      const profile = await client.get('/api/v1/user/profile').headers(headers)
      assert.equal(profile.body().data.isTwoFactorAdvised, expected, role)
    }
  })
})
