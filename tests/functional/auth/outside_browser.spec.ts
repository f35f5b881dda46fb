import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { JWTPayload } from 'jose'
import env from '#start/env'
import { clock, MINUTE } from '#core/support/clock'
import User from '#users/models/user'
import { unique } from '#tests/helpers/actors'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { Browser, isCallback } from '#tests/helpers/outside/browser'
import { api, browserLogIn, frontEndSecret, startUrl } from '#tests/helpers/outside/log_ins'
import { MICROSOFT, ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import { setSetting } from '#tests/helpers/settings'

const TENANT = '8e4f6a1c-2b7d-4c3e-9f10-5a6b7c8d9e0f'
const EXCHANGE = '/api/v1/auth/oidc/exchange'
const address = () => `${unique('outside')}@example.test`

test.group('the browser flow', (group) => {
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

  const somebody = (email = address()) =>
    google.person({ email, email_verified: true, name: 'Olga Outside' })

  test('makes an account at the first log-in with Google, and opens it at the second', async ({
    client,
    assert,
  }) => {
    const email = address()
    const subject = somebody(email)
    const first = await client.post(EXCHANGE).json(await browserLogIn('google', subject))
    first.assertStatus(200)
    const { user, accessToken } = first.body().data
    assert.include(user, { email, role: 'client', name: 'Olga Outside' })
    const stored = await User.findOrFail(user.id)
    assert.isNull(stored.passwordHash)
    assert.isNotNull(stored.emailVerifiedAt)
    ;(await client.get('/api/v1/user/profile').header('authorization', accessToken)).assertStatus(
      200
    )
    await drainOutbox()
    assert.lengthOf(await mailsTo(email), 1)

    const second = await client.post(EXCHANGE).json(await browserLogIn('google', subject))
    second.assertStatus(200)
    assert.equal(second.body().data.user.id, user.id)
  })

  test('makes a partner of who asks for it, with Azure', async ({ client, assert }) => {
    const subject = azure.person({ email: address(), xms_edov: true, name: 'Paul' })
    const way = await browserLogIn('azure', subject)
    const partner = { role: 'partner', businessName: 'Paul Pictures' }
    const response = await client.post(EXCHANGE).json({ ...way, ...partner })
    response.assertStatus(200)
    assert.equal(response.body().data.user.role, 'partner')
    await drainOutbox()
    const { accessToken } = response.body().data
    const profile = await client.get('/api/v1/user/profile').header('authorization', accessToken)
    assert.include(JSON.stringify(profile.body()), 'Paul Pictures')
    const without = await client.post(EXCHANGE).json({ ...way, role: 'partner' })
    without.assertStatus(422)
    ;(await client.post(EXCHANGE).json({ ...way, role: 'admin' })).assertStatus(422)
  })

  test('hands the tokens to a browser by cookies, which want the double submit', async ({
    client,
    assert,
  }) => {
    const way = await browserLogIn('google', somebody())
    const login = await client.post(EXCHANGE).json({ ...way, transport: 'cookie' })
    login.assertStatus(200)
    assert.isNull(login.body().data.accessToken)
    assert.isNull(login.body().data.refreshToken)
    const cookies = login.headers()['set-cookie'] as unknown as string[]
    const jar = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    ;(await client.get('/api/v1/user/identities').header('cookie', jar)).assertStatus(200)
    ;(await client.post('/api/v1/auth/logout').header('cookie', jar)).assertStatus(403)
    const csrf = /souk_csrf=([^;]+)/.exec(jar)![1]
    const out = client.post('/api/v1/auth/logout').header('cookie', jar)
    ;(await out.header('x-csrf-token', csrf)).assertStatus(204)
  })

  test('puts no token into an address, and its secrets into a cookie of that browser', async ({
    assert,
  }) => {
    const browser = new Browser()
    const { codeChallenge } = frontEndSecret()
    const start = await browser.ask(startUrl('google', { codeChallenge }))
    assert.equal(start.status, 302)
    assert.match(start.headers.get('set-cookie')!, /souk_oidc_[^;]+;.*HttpOnly;.*SameSite=Lax/i)
    const asked = new URL(start.headers.get('location')!).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    assert.equal(asked.get('response_type'), 'code')
    for (const name of ['state', 'nonce', 'code_challenge']) assert.lengthOf(asked.get(name)!, 43)

    const { url } = await browser.walk(startUrl('google', { codeChallenge }), somebody())
    assert.deepEqual([...url.searchParams.keys()], ['code'])
    assert.match(url.searchParams.get('code')!, /^[\w-]{43}$/)
    assert.lengthOf(browser.cookieNames(new URL(api('')).origin), 1) // the first one's, still open
  })

  test('takes a code once, soon, and from whoever began', async ({ client }) => {
    const once = await browserLogIn('google', somebody())
    const { codeVerifier } = frontEndSecret()
    ;(await client.post(EXCHANGE).json(once)).assertStatus(200)
    ;(await client.post(EXCHANGE).json(once)).assertStatus(400)
    const stolen = await browserLogIn('google', somebody())
    ;(await client.post(EXCHANGE).json({ ...stolen, codeVerifier })).assertStatus(400)
    const late = await browserLogIn('google', somebody())
    clock.travel(3 * MINUTE)
    ;(await client.post(EXCHANGE).json(late)).assertStatus(400)
  })

  test('refuses a wrong state, a foreign browser, a second time, and too late', async ({
    assert,
  }) => {
    const { codeChallenge } = frontEndSecret()
    const stale = async (browser: Browser, url: string | URL) => {
      const response = await browser.ask(url)
      assert.equal(response.status, 400, String(url))
      const body = (await response.json()) as any
      assert.equal(body.errors[0].code, 'E_OUTSIDE_LOG_IN_STALE')
    }
    const cameBack = async () => {
      const browser = new Browser()
      const start = startUrl('google', { codeChallenge })
      const { url } = await browser.walk(start, somebody(), isCallback)
      return { browser, url }
    }
    const wrong = await cameBack()
    const forged = new URL(wrong.url)
    forged.searchParams.set('state', 'x'.repeat(43))
    await stale(wrong.browser, forged)

    const foreign = await cameBack()
    await stale(new Browser(), foreign.url)

    const twice = await cameBack()
    assert.equal((await twice.browser.ask(twice.url)).status, 302)
    await stale(twice.browser, twice.url)

    const late = await cameBack()
    clock.travel(11 * MINUTE)
    await stale(late.browser, late.url)
  })

  /** Where the front end is told to begin again. */
  const isRefusal = (location: string | null) =>
    new URL(location!).href ===
    `${env.get('CLIENT_URL')}/auth/callback?error=E_OUTSIDE_PROOF_REFUSED`

  test('refuses a replayed code, a wrong nonce, and another provider in between', async ({
    assert,
  }) => {
    const { codeChallenge } = frontEndSecret()
    const begin = async (browser: Browser, provider: 'google' | 'azure', subject: string) =>
      (await browser.walk(startUrl(provider, { codeChallenge }), subject, isCallback)).url
    const browser = new Browser()
    const subject = somebody()

    const used = await begin(browser, 'google', subject)
    await browser.ask(used)
    const fresh = await begin(browser, 'google', subject)
    const replayed = new URL(fresh)
    replayed.searchParams.set('code', used.searchParams.get('code')!)
    assert.isTrue(isRefusal((await browser.ask(replayed)).headers.get('location')))

    const start = await browser.ask(startUrl('google', { codeChallenge }))
    const away = new URL(start.headers.get('location')!)
    away.searchParams.set('nonce', 'another nonce')
    const other = await browser.walk(away, subject, isCallback)
    assert.isTrue(isRefusal((await browser.ask(other.url)).headers.get('location')))

    // Google's log-in, brought back as if it were Azure's: the state is not that one's
    const mixed = await begin(browser, 'google', subject)
    const swapped = String(mixed).replace('/google/callback', '/azure/callback')
    assert.equal((await browser.ask(swapped)).status, 400)
    // the right state, but the answer names another issuer, or none (RFC 9207)
    for (const iss of [azure.issuer, null]) {
      const attacked = await begin(browser, 'google', subject)
      if (iss) attacked.searchParams.set('iss', iss)
      else attacked.searchParams.delete('iss')
      const before = google.exchanges
      assert.isTrue(isRefusal((await browser.ask(attacked)).headers.get('location')))
      assert.equal(google.exchanges, before) // the code went nowhere
    }
  })

  test('tells the front end when somebody changed their mind', async ({ assert }) => {
    const browser = new Browser()
    const { codeChallenge } = frontEndSecret()
    const start = await browser.ask(startUrl('google', { codeChallenge }))
    const state = new URL(start.headers.get('location')!).searchParams.get('state')!
    const back = new URLSearchParams({ error: 'access_denied', state, iss: google.issuer })
    const response = await browser.ask(`${api('/auth/oidc/google/callback')}?${back}`)
    assert.isTrue(isRefusal(response.headers.get('location')))
  })

  test('leads nowhere but to the paths that are allowed', async ({ assert }) => {
    const { codeChallenge } = frontEndSecret()
    const tricks = [
      'https://evil.test',
      '//evil.test',
      '/\\evil.test',
      '/auth/callback/../../evil',
      '/auth/callback@evil.test',
      '/auth/callback?next=//evil.test',
      '/auth/callback#x',
      '.evil.test',
      '@evil.test',
      'javascript:alert(1)',
      '/%2f%2fevil.test',
      '/auth/callback/',
    ]
    for (const returnTo of tricks) {
      const response = await fetch(startUrl('google', { codeChallenge, returnTo }), {
        redirect: 'manual',
      })
      assert.equal(response.status, 422, returnTo)
    }
    const allowed = startUrl('google', { codeChallenge, returnTo: '/auth/callback' })
    assert.equal((await fetch(allowed, { redirect: 'manual' })).status, 302)
    console.log(`      ${tricks.length} open redirects tried, 0 followed`)
  })

  test('refuses an address that nobody vouches for', async ({ client, assert }) => {
    const email = address()
    const unverified = google.person({ email, email_verified: false })
    const one = await client.post(EXCHANGE).json(await browserLogIn('google', unverified))
    one.assertStatus(422)
    assert.equal(one.body().errors[0].code, 'E_ADDRESS_NOT_VERIFIED')
    // email_verified means nothing in Azure, where a tenant's administrator writes it
    const claimed = azure.person({ email, email_verified: true })
    ;(await client.post(EXCHANGE).json(await browserLogIn('azure', claimed))).assertStatus(422)
    assert.isNull(await User.findBy('email', email))
    assert.isNull(await db.from('identities').where({ email }).first())
  })
})

test.group('a provider that does not answer', () => {
  test('costs a 503 within ten seconds, before and after the log-in', async ({ assert }) => {
    const google = await ProviderStandIn.start('google')
    const azure = await ProviderStandIn.start('azure', { tenant: TENANT })
    const { codeChallenge } = frontEndSecret()
    const begin = () => fetch(startUrl('azure', { codeChallenge }), { redirect: 'manual' })
    const figures: string[] = []
    const measured = async (what: string, ask: () => Promise<Response>) => {
      const startedAt = performance.now()
      const response = await ask()
      const took = performance.now() - startedAt
      figures.push(`${what} ${Math.round(took)} ms`)
      assert.equal(response.status, 503, what)
      assert.isBelow(took, 10_000, what)
      assert.isNotNull(response.headers.get('retry-after'))
    }
    const browser = new Browser()
    const subject = google.person({ email: address(), email_verified: true })
    const { url } = await browser.walk(startUrl('google', { codeChallenge }), subject, isCallback)
    const body = JSON.stringify({ idToken: await google.idToken(subject) })
    const headers = { 'content-type': 'application/json' }
    google.mode = azure.mode = 'hangs'
    await Promise.all([
      measured('hanging, at the start', begin),
      measured('hanging, on the way back', () => browser.ask(url)),
      measured('hanging, keys', () =>
        fetch(api('/auth/oidc/google'), { method: 'POST', headers, body })
      ),
    ])
    azure.mode = 'fails'
    await measured('failing, at the start', begin)
    azure.mode = 'up'
    assert.equal((await begin()).status, 302)
    await azure.stop()
    await google.stop()
    console.log(`      ${figures.join(', ')}`)
  }).timeout(60_000)

  test('is not asked at all while it is switched off', async ({ client, assert }) => {
    const { codeChallenge } = frontEndSecret()
    const response = await client.get('/api/v1/auth/oidc/azure/redirect').qs({ codeChallenge })
    response.assertStatus(404)
    assert.equal(response.body().errors[0].code, 'E_PROVIDER_OFF')
    ;(await client.get('/api/v1/auth/oidc/github/redirect').qs({ codeChallenge })).assertStatus(404)
  })
})

test.group('Azure for all tenants', (group) => {
  group.each.teardown(() => setSetting('OIDC_AZURE_TENANTS', []))

  test('is each tenant by its own issuer, and only those that are listed', async ({
    client,
    assert,
  }) => {
    const azure = await ProviderStandIn.start('azure', { tenant: TENANT, isForAllTenants: true })
    const email = address()
    const subject = azure.person({ email, xms_edov: '1' })
    // Microsoft does not name itself on the way back
    const { codeVerifier, codeChallenge } = frontEndSecret()
    const browser = new Browser()
    const { url } = await browser.walk(startUrl('azure', { codeChallenge }), subject, isCallback)
    url.searchParams.delete('iss')
    const back = await browser.ask(url)
    const code = new URL(back.headers.get('location')!).searchParams.get('code')!
    const login = await client.post(EXCHANGE).json({ code, codeVerifier })
    login.assertStatus(200)
    assert.equal(login.body().data.user.email, email)
    const stored = await db.from('identities').where({ email }).first()
    assert.equal(stored.issuer, `${MICROSOFT}/${TENANT}/v2.0`)

    const byToken = async (change: JWTPayload) => {
      const idToken = await azure.idToken(subject, change)
      return (await client.post('/api/v1/auth/oidc/azure').json({ idToken })).status()
    }
    const other = TENANT.replace('8', '9')
    assert.equal(await byToken({}), 200)
    assert.equal(await byToken({ tid: other }), 401) // says one tenant, comes from another
    assert.equal(await byToken({ iss: `${MICROSOFT}/{tenantid}/v2.0` }), 401)
    assert.equal(await byToken({ tid: undefined }), 401)
    setSetting('OIDC_AZURE_TENANTS', [other])
    assert.equal(await byToken({ jti: 'not among the tenants' }), 401)
    setSetting('OIDC_AZURE_TENANTS', [TENANT.toUpperCase()])
    assert.equal(await byToken({ jti: 'among them' }), 200)
    await azure.stop()
  })
})
