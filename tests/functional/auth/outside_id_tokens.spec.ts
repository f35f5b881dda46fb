import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { generateKeyPair, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'
import { clock, HOUR } from '#core/support/clock'
import User from '#users/models/user'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { codeSentTo } from '#tests/helpers/outbox'
import { APP_ID, CLIENT_ID, ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'

const TENANT = '8e4f6a1c-2b7d-4c3e-9f10-5a6b7c8d9e0f'
const address = () => `${unique('token')}@example.test`

test.group('auth.outside_log_ins.store', (group) => {
  let google: ProviderStandIn
  let azure: ProviderStandIn

  group.setup(async () => {
    google = await ProviderStandIn.start('google')
    azure = await ProviderStandIn.start('azure', { tenant: TENANT })
  })
  group.teardown(async () => {
    await azure.stop()
    await google.stop()
  })
  group.each.teardown(() => clock.reset())

  test('logs an app in, and makes one account for ten tokens at once', async ({
    client,
    assert,
  }) => {
    const subject = google.person({ email: address(), email_verified: true })
    const tokens = await Promise.all(
      Array.from({ length: 10 }, (_, n) => google.idToken(subject, { jti: `${n}` }))
    )
    const answers = await Promise.all(
      tokens.map((idToken) => client.post('/api/v1/auth/oidc/google').json({ idToken }))
    )
    assert.deepEqual([...new Set(answers.map((answer) => answer.status()))], [200])
    assert.lengthOf([...new Set(answers.map((answer) => answer.body().data.user.id))], 1)
    assert.lengthOf(await db.from('identities').where({ subject }), 1)
  })

  test('takes Azure tokens of its tenant, and tells identities apart by every letter', async ({
    client,
    assert,
  }) => {
    const ask = async (sub: string) => {
      const claims = { sub, tid: TENANT, email: address(), xms_edov: true }
      const idToken = await azure.idToken('nobody', claims)
      const answer = await client.post('/api/v1/auth/oidc/azure').json({ idToken })
      answer.assertStatus(200)
      return answer.body().data.user.id
    }
    const subject = unique('AbC')
    assert.notEqual(await ask(subject), await ask(subject.toLowerCase()))
  })

  test('takes a token once, whatever key comes along', async ({ client, assert }) => {
    const subject = google.person({ email: address(), email_verified: true })
    const idToken = await google.idToken(subject)
    const post = (key: string) =>
      client.post('/api/v1/auth/oidc/google').header('idempotency-key', key).json({ idToken })
    const key = randomUUID()
    ;(await post(key)).assertStatus(200)
    for (const again of [key, randomUUID()]) {
      const stolen = await post(again)
      stolen.assertStatus(401)
      assert.equal(stolen.body().errors[0].code, 'E_OUTSIDE_PROOF_REFUSED')
    }
  })

  test('wants the nonce that the token has, and no other', async ({ client }) => {
    const subject = google.person({ email: address(), email_verified: true })
    const post = async (claims: JWTPayload, nonce?: string) =>
      client.post('/api/v1/auth/oidc/google').json({
        idToken: await google.idToken(subject, { jti: randomUUID(), ...claims }),
        nonce,
      })
    ;(await post({ nonce: 'mine' }, 'mine')).assertStatus(200)
    ;(await post({ nonce: 'mine' }, 'yours')).assertStatus(401)
    ;(await post({ nonce: 'mine' })).assertStatus(401)
    ;(await post({}, 'mine')).assertStatus(401)
  })

  test('refuses every token that is not the provider’s word for us, now', async ({
    client,
    assert,
  }) => {
    const email = address()
    const subject = google.person({ email, email_verified: true })
    const now = Math.floor(clock.now() / 1000)
    const good = await google.idToken(subject, { jti: 'good' })
    const [head, body, signature] = good.split('.')
    const stranger = await generateKeyPair('RS256')
    const secret = new TextEncoder().encode('a secret between souk and its provider') as any
    const claims = { iss: google.issuer, aud: APP_ID, sub: subject, iat: now, exp: now + 600 }
    const flipped = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
    const sign = (change: JWTPayload, key?: CryptoKey, header?: object) =>
      google.idToken(subject, change, key, header)

    const bad: Record<string, string> = {
      'alg none': new UnsecuredJWT(claims).encode(),
      'signed with the client secret': await sign({}, secret, { alg: 'HS256' }),
      'a key that is not its own': await sign({}, stranger.privateKey),
      'a key that nobody knows': await sign({}, stranger.privateKey, { kid: 'unknown' }),
      "Azure's key": await sign({}, azure.key, { kid: 'azure-key' }),
      "Azure's issuer": await sign({ iss: azure.issuer }),
      'no issuer': await sign({ iss: undefined }),
      'somebody else’s app': await sign({ aud: 'another-app' }),
      'also somebody else’s app': await sign({ aud: [APP_ID, 'another-app'], azp: APP_ID }),
      'two audiences, asked by nobody': await sign({ aud: [APP_ID, CLIENT_ID] }),
      'no audience': await sign({ aud: undefined }),
      'asked by somebody else’s app': await sign({ azp: 'another-app' }),
      'expired': await sign({ exp: now - 61 }),
      'no expiry': await sign({ exp: undefined }),
      'not yet': await sign({ nbf: now + 600 }),
      'no subject': await sign({ sub: undefined }),
      'an empty subject': await sign({ sub: '' }),
      'a number for a subject': await sign({ sub: 7 as any }),
      'an access token': await sign({}, undefined, { typ: 'at+jwt' }),
      'a log-out token': await sign({}, undefined, { typ: 'logout+jwt' }),
      'a changed head': `${flipped(head, 5)}.${body}.${signature}`,
      'a changed body': `${head}.${flipped(body, 20)}.${signature}`,
      'a changed signature': `${head}.${body}.${flipped(signature, 20)}`,
      'no signature': `${head}.${body}.`,
      'no token': 'x.y.z',
    }
    for (const [what, idToken] of Object.entries(bad)) {
      const response = await client.post('/api/v1/auth/oidc/google').json({ idToken })
      assert.equal(response.status(), 401, what)
      assert.equal(response.body().errors[0].code, 'E_OUTSIDE_PROOF_REFUSED', what)
    }
    // what is good for one provider is nothing to the other
    ;(await client.post('/api/v1/auth/oidc/azure').json({ idToken: good })).assertStatus(401)
    assert.isNull(await User.findBy('email', email))
    ;(await client.post('/api/v1/auth/oidc/google').json({ idToken: good })).assertStatus(200)
    const late = await google.idToken(subject, { jti: 'late' })
    clock.travel(HOUR)
    ;(await client.post('/api/v1/auth/oidc/google').json({ idToken: late })).assertStatus(401)
    console.log(`      ${Object.keys(bad).length} bad ID tokens, 0 accepted`)
  })

  test('vouches for nobody by an address that is not verified', async ({ client, assert }) => {
    const email = address()
    const unverified: [ProviderStandIn, object][] = [
      [google, { email, email_verified: false }],
      [google, { email, email_verified: 'true' }],
      [google, { email, xms_edov: true }],
      [google, { email_verified: true }],
      [google, { email: 'not an address', email_verified: true }],
      [azure, { email }],
      [azure, { email, email_verified: true }],
      [azure, { email, xms_edov: false }],
      [azure, { preferred_username: email, upn: email, xms_edov: true }],
    ]
    for (const [provider, claims] of unverified) {
      const idToken = await provider.idToken(provider.person(claims as any))
      const response = await client.post(`/api/v1/auth/oidc/${provider.name}`).json({ idToken })
      assert.equal(response.status(), 422, JSON.stringify(claims))
      assert.equal(response.body().errors[0].code, 'E_ADDRESS_NOT_VERIFIED')
    }
    assert.isNull(await User.findBy('email', email))
  })

  test('still asks for the second factor, and lets nobody in who may not log in', async ({
    client,
    assert,
  }) => {
    const subject = google.person({ email: address(), email_verified: true })
    const post = async () => {
      const idToken = await google.idToken(subject, { jti: randomUUID() })
      return client.post('/api/v1/auth/oidc/google').json({ idToken })
    }
    const { id } = (await post()).body().data.user
    await db.from('users').where({ id }).update({ two_factor: 'email' })
    const asked = (await post()).body().data
    assert.isTrue(asked.requires2FA)
    assert.notProperty(asked, 'accessToken')
    const { email } = await User.findOrFail(id)
    const code = await codeSentTo(email!)
    const finished = await client
      .post('/api/v1/auth/login/verify-2fa')
      .json({ challenge: asked.challenge, code })
    finished.assertStatus(200)
    assert.equal(finished.body().data.user.id, id)

    for (const status of ['suspended', 'banned', 'deleted']) {
      await db.from('users').where({ id }).update({ status })
      ;(await post()).assertStatus(401)
    }
  })

  test('never makes or becomes staff', async ({ client, assert }) => {
    const { user } = await actorOfRole('admin')
    const subject = google.person({ email: user.email, email_verified: true })
    const idToken = await google.idToken(subject)
    const response = await client.post('/api/v1/auth/oidc/google').json({ idToken })
    assert.isTrue(response.body().data.requiresLink)
    const made = google.person({ email: address(), email_verified: true, role: 'admin' })
    const other = await client
      .post('/api/v1/auth/oidc/google')
      .json({ idToken: await google.idToken(made) })
    assert.equal(other.body().data.user.role, 'client')
  })
})
