/*
 * Two hundred access tokens that are not ours, each with and without `Bearer`, as a cookie, and in the
 * question whether it is good: none is accepted.
 */
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import env from '#start/env'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { lookAs } from '#tests/helpers/impersonation'

const COUNT = 200
const base64 = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Signs whatever it is told to, as no library would. */
function token(header: object, claims: object, key: string | Buffer, hash = 'sha256'): string {
  const signed = `${base64(header)}.${base64(claims)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

/** Name -> token. The claims are those of a live session: only what is named is wrong. */
function badTokens(owner: TestActor, other: TestActor, look: string): Map<string, string> {
  const secret = env.get('JWT_SECRET').release()
  const now = Math.floor(clock.now() / 1000)
  const header = { alg: 'HS256', typ: 'at+jwt', kid: '1' }
  const claims = {
    sid: owner.sessionId,
    sub: owner.user.id,
    iss: 'souk',
    aud: 'souk-api',
    iat: now,
    exp: now + 600,
  }
  const bad = new Map<string, string>()
  const add = (name: string, value: string) => bad.set(name, value)

  for (const alg of ['none', 'None', 'NONE', 'nOnE', ''])
    for (const signature of ['', 'x'])
      add(
        `alg "${alg}" "${signature}"`,
        `${base64({ ...header, alg })}.${base64(claims)}.${signature}`
      )
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA']) {
    add(`${alg} signed as HS256 with our secret`, token({ ...header, alg }, claims, secret))
    add(`${alg}, a public key for a secret`, token({ ...header, alg }, claims, pem))
  }
  add('HS256 with a public key', token(header, claims, pem))
  add('HS384', token({ ...header, alg: 'HS384' }, claims, secret, 'sha384'))
  add('HS512', token({ ...header, alg: 'HS512' }, claims, secret, 'sha512'))
  add('a key of its own', token({ ...header, jwk: { kty: 'oct', k: base64('k') } }, claims, 'k'))
  add('a key by address', token({ ...header, jku: 'https://evil.test/k' }, claims, 'k'))
  add('a key by path', token({ ...header, kid: '../../dev/null' }, claims, ''))
  for (const key of [
    '',
    ' ',
    'secret',
    `${secret} `,
    secret.slice(1),
    env.get('APP_KEY').release(),
  ])
    add(`key "${key.length}"`, token(header, claims, key))

  for (const aud of ['souk', 'SOUK-API', 'another-api', '', null, [], ['another-api'], {}])
    add(`aud ${JSON.stringify(aud)}`, token(header, { ...claims, aud }, secret))
  for (const iss of ['Souk', 'souk ', 'https://accounts.google.com', '', null, {}])
    add(`iss ${JSON.stringify(iss)}`, token(header, { ...claims, iss }, secret))
  for (const typ of ['JWT', 'rt+jwt', 'imp+jwt', 'impersonation+jwt', 'logout+jwt', '', null])
    add(`typ ${JSON.stringify(typ)}`, token({ ...header, typ }, claims, secret))
  for (const [name, change] of Object.entries({
    'expired': { exp: now - 1 },
    'long expired': { exp: now - 86_400 },
    'no expiry': { exp: undefined },
    'text for an expiry': { exp: '9999999999' },
    'not yet': { nbf: now + 600 },
    'no session': { sid: undefined },
    "somebody else's session": { sid: other.sessionId },
    'a session that never was': { sid: 'ses_01h455vb4pex5vsknk084sn02q' },
    'a list of sessions': { sid: [owner.sessionId, other.sessionId] },
    'somebody else': { sub: other.user.id },
    'nobody': { sub: undefined },
    'everybody': { sub: '%' },
  }))
    add(name, token(header, { ...claims, ...change }, secret))
  for (const critical of ['b64', 'exp', 'x'])
    add(
      `crit ${critical}`,
      token({ ...header, crit: [critical], [critical]: false }, claims, secret)
    )

  const parts = owner.accessToken.split('.')
  add('no signature', `${parts[0]}.${parts[1]}.`)
  add('two parts', `${parts[0]}.${parts[1]}`)
  add('four parts', `${owner.accessToken}.${parts[2]}`)
  add('a refresh token', owner.refreshToken)
  // live, through the owner's own eyes
  add('an impersonation token', look)
  add('an impersonation token in three parts', look.replaceAll('_', '.'))
  add('an impersonation token for a session', token(header, { ...claims, sid: look }, secret))
  add('another body', `${parts[0]}.${base64({ ...claims, sub: other.user.id })}.${parts[2]}`)
  add('a signature of another', `${parts[0]}.${parts[1]}.${other.accessToken.split('.')[2]}`)
  add('random', randomBytes(96).toString('base64url'))
  for (let n = 0; bad.size < COUNT; n++) add(`bit ${n}`, withFlippedBit(owner.accessToken, n))
  return bad
}

/** Flips one bit of what the token means, in all its parts in turn. */
function withFlippedBit(good: string, n: number): string {
  const parts = good.split('.')
  const part = n % 3
  const bytes = Buffer.from(parts[part], 'base64url')
  const bit = (n * 37) % (bytes.length * 8)
  bytes[bit >> 3] ^= 1 << (bit & 7)
  parts[part] = bytes.toString('base64url')
  return parts.join('.')
}

test.group('access tokens', (group) => {
  group.each.teardown(() => clock.reset())

  test('that are not ours: none of 200 opens anything, in any form', async ({ client, assert }) => {
    const owner = await actorOfRole('client')
    const staff = await actorOfRole('admin')
    const eyes = await lookAs(staff, owner)
    const bad = badTokens(owner, staff, eyes.headers['x-impersonation-token'])
    const accepted: string[] = []
    const ask = async (form: string, name: string, headers: Record<string, string>) => {
      const response = await client.get('/api/v1/auth/sessions').headers(headers)
      if (response.status() !== 401) accepted.push(`${name} ${form}: ${response.status()}`)
    }
    for (const [name, value] of bad) {
      await ask('with Bearer', name, { authorization: `Bearer ${value}` })
      await ask('bare', name, { authorization: value })
      await ask('as a cookie', name, { cookie: `souk_access=${value}` })
      const check = await client.post('/api/v1/auth/verify-token').json({ token: value })
      if (check.body().data?.valid !== false && check.status() !== 422)
        accepted.push(`${name}, checked`)
    }
    console.log(`      ${bad.size} bad tokens in 4 forms: ${accepted.length} accepted`)
    assert.deepEqual(accepted, [])
    assert.equal(bad.size, COUNT)
    ;(await client.get('/api/v1/user/profile').headers(eyes.headers)).assertStatus(200)

    const { accessToken } = owner
    for (const authorization of [accessToken, `Bearer ${accessToken}`, `bearer  ${accessToken}`])
      (await client.get('/api/v1/auth/sessions').headers({ authorization })).assertStatus(200)
    for (const authorization of [`Basic ${accessToken}`, `Bearer ${accessToken} x`, 'Bearer', ''])
      (await client.get('/api/v1/auth/sessions').headers({ authorization })).assertStatus(401)
    clock.travel(15 * MINUTE + 1000)
    const late = await client.get('/api/v1/auth/sessions').headers({ authorization: accessToken })
    late.assertStatus(401)
  }).timeout(120_000)
})
