import { test } from '@japa/runner'
import { SignJWT, UnsecuredJWT } from 'jose'
import env from '#start/env'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole } from '#tests/helpers/actors'

test.group('auth.token_checks.store', () => {
  test('tells whose a token is', async ({ client, assert }) => {
    const { user, accessToken } = await actorOfRole('partner')
    const check = (token: string) => client.post('/api/v1/auth/verify-token').json({ token })
    const good = (await check(accessToken)).body().data
    assert.isTrue(good.valid)
    assert.equal(good.user.id, user.id)
    const bad = (await check('x.y.z')).body().data
    assert.deepEqual(bad, { valid: false, user: null, expiresAt: null })
    ;(await check('x'.repeat(2001))).assertStatus(422)
  })
})

test.group('access tokens', (group) => {
  group.each.teardown(() => clock.reset())

  test('are refused when forged, expired or for somebody else', async ({ client, assert }) => {
    const { user, sessionId, accessToken } = await actorOfRole('client')
    const key = new TextEncoder().encode(env.get('JWT_SECRET').release())
    const now = Math.floor(clock.now() / 1000)
    const claims = { sid: sessionId, sub: user.id, iss: 'souk', aud: 'souk-api', iat: now }
    const sign = (change: object, header: object = {}, secret = key) =>
      new SignJWT({ ...claims, exp: now + 600, ...change })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: '1', ...header })
        .sign(secret)
    const [head, body, signature] = accessToken.split('.')
    const last = signature.at(-2) === 'A' ? 'B' : 'A'
    const forged = {
      'alg none': new UnsecuredJWT({ ...claims, exp: now + 600 }).encode(),
      'tampered signature': `${head}.${body}.${signature.slice(0, -2)}${last}${signature.at(-1)}`,
      'other body': `${head}.${Buffer.from('{"sub":"x"}').toString('base64url')}.${signature}`,
      'other key': await sign({}, {}, new TextEncoder().encode('x'.repeat(40))),
      'expired': await sign({ exp: now - 1 }),
      'other audience': await sign({ aud: 'another-api' }),
      'other issuer': await sign({ iss: 'somebody' }),
      'other type': await sign({}, { typ: 'JWT' }),
      'other algorithm': await sign({}, { alg: 'HS512' }),
      'other owner': await sign({ sub: (await actorOfRole('client')).user.id }),
      'no session': await sign({ sid: undefined }),
    }
    const get = (token: string) =>
      client.get('/api/v1/user/profile').header('authorization', `Bearer ${token}`)
    for (const [name, token] of Object.entries(forged))
      assert.equal((await get(token)).status(), 401, name)
    assert.equal((await get(await sign({}))).status(), 200)
    clock.travel(16 * MINUTE)
    assert.equal((await get(accessToken)).status(), 401)
  })
})
