import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, MINUTE, SECOND } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { withApp } from '#tests/helpers/factors'
import { codeSentTo, drainOutbox, linkTokenSentTo, mailsTo } from '#tests/helpers/outbox'

type Client = any
const number = () => `+4915${Math.floor(1e8 + Math.random() * 9e8)}`

const firstHalf = (client: Client, { user }: TestActor, more: object = {}) =>
  client.post('/api/v1/auth/login').json({ email: user.email!, password: PASSWORD, ...more })

const secondHalf = (client: Client, body: object) =>
  client.post('/api/v1/auth/login/verify-2fa').json(body)

async function challenged(client: Client, person: TestActor, more: object = {}) {
  const login = await firstHalf(client, person, more)
  login.assertStatus(200)
  return login.body().data as { challenge: string; methods: string[]; requires2FA: true }
}

test.group('auth.second_factors.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('an app: log in with its code, once', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const { challenge, methods, requires2FA } = await challenged(client, person)
    assert.isTrue(requires2FA)
    assert.deepEqual(methods, ['totp', 'recovery'])
    ;(await secondHalf(client, { challenge, code: app.wrong() })).assertStatus(422)
    const code = app.next()
    const done = await secondHalf(client, { challenge, code })
    done.assertStatus(200)
    assert.equal(done.body().data.user.id, person.user.id)
    const again = await challenged(client, person)
    ;(await secondHalf(client, { challenge: again.challenge, code })).assertStatus(422)
    ;(await secondHalf(client, { challenge: again.challenge, code: app.next() })).assertStatus(200)
  })

  test('a code older than the last one is no longer good', async ({ client }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const older = app.next()
    const newer = app.next()
    const first = await challenged(client, person)
    ;(await secondHalf(client, { challenge: first.challenge, code: newer })).assertStatus(200)
    const second = await challenged(client, person)
    ;(await secondHalf(client, { challenge: second.challenge, code: older })).assertStatus(422)
    clock.travel(60 * SECOND)
    const code = app.next()
    ;(await secondHalf(client, { challenge: second.challenge, code })).assertStatus(200)
  })

  test('a recovery code is good once, and its owner is told', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { recoveryCodes } = await withApp(person)
    const [code] = recoveryCodes
    const first = await challenged(client, person)
    const done = await secondHalf(client, { challenge: first.challenge, code, method: 'recovery' })
    done.assertStatus(200)
    const second = await challenged(client, person)
    ;(await secondHalf(client, { challenge: second.challenge, code })).assertStatus(422)
    const sloppy = recoveryCodes[1].replace('-', ' ').toUpperCase()
    ;(await secondHalf(client, { challenge: second.challenge, code: sloppy })).assertStatus(200)
    await drainOutbox()
    const mails = await mailsTo(person.user.email!)
    assert.isTrue(
      mails.some((mail) => mail.includes('a recovery code of your account was used; 9'))
    )
  })

  test('a mailed code comes by itself; a texted one when asked for', async ({ client, assert }) => {
    const phone = number()
    const overrides = { twoFactor: 'email', phone, phoneVerifiedAt: 1 }
    const person = await actorOfRole('client', overrides)
    const first = await challenged(client, person)
    assert.deepEqual(first.methods, ['email', 'sms'])
    const mailed = await codeSentTo(person.user.email!)
    ;(await secondHalf(client, { challenge: first.challenge, code: mailed })).assertStatus(200)

    const second = await challenged(client, person)
    const send = await client
      .post('/api/v1/auth/login/send-code')
      .json({ challenge: second.challenge, method: 'sms' })
    send.assertStatus(202)
    const voided = await codeSentTo(person.user.email!)
    const texted = await codeSentTo(phone)
    if (voided !== texted)
      (await secondHalf(client, { challenge: second.challenge, code: voided })).assertStatus(422)
    const done = await secondHalf(client, {
      challenge: second.challenge,
      code: texted,
      method: 'sms',
    })
    done.assertStatus(200)
  })

  test('a texted code comes by itself where that is the factor, and a mail does not replace it', async ({
    client,
    assert,
  }) => {
    const phone = number()
    const person = await actorOfRole('client', { twoFactor: 'sms', phone, phoneVerifiedAt: 1 })
    const { challenge, methods } = await challenged(client, person)
    assert.deepEqual(methods, ['sms'])
    const mail = await client
      .post('/api/v1/auth/login/send-code')
      .json({ challenge, method: 'email' })
    mail.assertStatus(422)
    ;(await secondHalf(client, { challenge, code: await codeSentTo(phone) })).assertStatus(200)
  })

  test('a texted first half cannot be the second half as well', async ({ client, assert }) => {
    const phone = number()
    const person = await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
    const { app } = await withApp(person)
    ;(await client.post('/api/v1/auth/otp').json({ phone })).assertStatus(202)
    const code = await codeSentTo(phone)
    const half = await client.post('/api/v1/auth/verify-otp').json({ phone, code })
    half.assertStatus(200)
    const { requires2FA, challenge, methods } = half.body().data
    assert.isTrue(requires2FA)
    assert.deepEqual(methods, ['totp', 'recovery'])
    ;(await secondHalf(client, { challenge, code: app.next() })).assertStatus(200)
  })

  test('a code is bound to its challenge, its purpose and its owner', async ({ client }) => {
    const one = await actorOfRole('client', { twoFactor: 'email' })
    const other = await actorOfRole('client', { twoFactor: 'email' })
    const ofOne = await challenged(client, one)
    const codeOfOne = await codeSentTo(one.user.email!)
    const ofOther = await challenged(client, other)
    ;(await secondHalf(client, { challenge: ofOther.challenge, code: codeOfOne })).assertStatus(422)
    const stepUp = await client
      .post('/api/v1/auth/step-up')
      .headers(one.headers)
      .json({ code: codeOfOne, method: 'email' })
    stepUp.assertStatus(422)
    const newer = await challenged(client, one)
    const codeOfNewer = await codeSentTo(one.user.email!)
    ;(await secondHalf(client, { challenge: ofOne.challenge, code: codeOfNewer })).assertStatus(422)
    ;(await secondHalf(client, { challenge: ofOne.challenge, code: codeOfOne })).assertStatus(422)
    clock.travel(11 * MINUTE)
    const late = { challenge: newer.challenge, code: codeOfNewer }
    ;(await secondHalf(client, late)).assertStatus(422)
  })

  test('a new password keeps the second factor', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const email = person.user.email!
    await client.post('/api/v1/auth/forgot-password').json({ email })
    const url = `/api/v1/auth/reset-password/${await linkTokenSentTo(email)}`
    const password = 'another good password'
    ;(await client.post(url).json({ password })).assertStatus(204)
    const login = await client.post('/api/v1/auth/login').json({ email, password })
    const { requires2FA, challenge, methods } = login.body().data
    assert.isTrue(requires2FA)
    assert.deepEqual(methods, ['totp', 'recovery'])
    ;(await secondHalf(client, { challenge, code: app.next() })).assertStatus(200)
  })
})

test.group('known devices', (group) => {
  group.each.teardown(() => clock.reset())

  test('a strange one is told to the owner, a known one is not', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    await logIn(person.user)
    const email = person.user.email!
    const first = await firstHalf(client, person)
    const { deviceToken } = first.body().data
    assert.match(deviceToken, /^[\w-]{43}$/)
    const again = await firstHalf(client, person, { deviceToken })
    assert.isNull(again.body().data.deviceToken)
    await drainOutbox()
    const about = (await mailsTo(email)).filter((mail) => mail.includes('A new device'))
    assert.lengthOf(about, 1)
    const row = await db.from('known_devices').where({ user_id: person.user.id }).firstOrFail()
    assert.notEqual(row.token_hash, deviceToken)

    const stranger = await actorOfRole('client')
    const foreign = await firstHalf(client, stranger, { deviceToken })
    assert.isString(foreign.body().data.deviceToken, 'a token is good for one account')
  })

  test('the second factor is still asked for, unless the owner said otherwise, for 30 days', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app, recoveryCodes } = await withApp(person)
    const first = await challenged(client, person)
    const done = await secondHalf(client, { challenge: first.challenge, code: app.next() })
    const { deviceToken } = done.body().data
    const known = await challenged(client, person, { deviceToken })
    const remembered = await secondHalf(client, {
      challenge: known.challenge,
      code: app.next(),
      rememberDevice: true,
      deviceToken,
    })
    remembered.assertStatus(200)
    const excused = await firstHalf(client, person, { deviceToken })
    assert.isString(excused.body().data.accessToken)
    await challenged(client, person)
    clock.travel(30 * DAY + MINUTE)
    const after = await challenged(client, person, { deviceToken })
    const [code] = recoveryCodes
    const body = { challenge: after.challenge, code, rememberDevice: true, deviceToken }
    ;(await secondHalf(client, body)).assertStatus(200)

    const email = person.user.email!
    await client.post('/api/v1/auth/forgot-password').json({ email })
    const url = `/api/v1/auth/reset-password/${await linkTokenSentTo(email)}`
    const password = 'another good password'
    ;(await client.post(url).json({ password })).assertStatus(204)
    const login = await client.post('/api/v1/auth/login').json({ email, password, deviceToken })
    assert.isTrue(login.body().data.requires2FA, 'a new password ends it')
  })

  test('browsers keep it in a cookie', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const first = await firstHalf(client, person, { transport: 'cookie' })
    assert.isNull(first.body().data.deviceToken)
    const cookies = first.headers()['set-cookie'] as unknown as string[]
    const cookie = cookies.find((line) => line.startsWith('souk_device='))!
    assert.match(cookie, /HttpOnly/i)
    const second = await firstHalf(client, person, { transport: 'cookie' }).header(
      'cookie',
      cookie.split(';')[0]
    )
    const names = (second.headers()['set-cookie'] as unknown as string[]).join('\n')
    assert.notInclude(names, 'souk_device=')
  })
})
