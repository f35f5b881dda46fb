/*
 * Log-ins whose code goes to a program on the person's own computer, as `souk login --web` is one.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import type { ProviderName } from '#auth/services/outside/providers'
import { write } from '#core/database/write'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { Browser, isCallback, isTerminal } from '#tests/helpers/outside/browser'
import {
  api,
  browserLogIn,
  frontEndSecret,
  loopbackLogIn,
  startUrl,
} from '#tests/helpers/outside/log_ins'
import { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import { setSetting } from '#tests/helpers/settings'
import type User from '#users/models/user'

const TENANT = '8e4f6a1c-2b7d-4c3e-9f10-5a6b7c8d9e0f'
const EXCHANGE = '/api/v1/auth/oidc/exchange'
const HERE = 'http://127.0.0.1:40123/souk/login'
const STATE = 's'.repeat(43)
const address = () => `${unique('loop')}@example.test`

test.group('a log-in that a program on the own computer began', (group) => {
  let providers: Record<ProviderName, ProviderStandIn>

  group.setup(async () => {
    providers = {
      google: await ProviderStandIn.start('google'),
      azure: await ProviderStandIn.start('azure', { tenant: TENANT }),
    }
  })
  group.teardown(async () => {
    await providers.azure.stop()
    await providers.google.stop()
  })
  group.each.teardown(() => clock.reset())

  const somebody = (name: ProviderName, email = address()) =>
    providers[name].person({ email, email_verified: true, xms_edov: true })

  /** Somebody at a provider who opens this account. */
  async function linked(user: User, provider: ProviderName = 'google'): Promise<string> {
    const subject = somebody(provider)
    const { issuer } = providers[provider]
    const identity = { provider, issuer, subject, email: null, isEmailVerified: true, name: null }
    const expiresAt = clock.now() + HOUR
    await write((trx) => attachIdentity(trx, user.id, { ...identity, expiresAt }, null))
    return subject
  }

  test('opens linked accounts, of staff and of partners, with Google and with Azure', async ({
    client,
    assert,
  }) => {
    const list = await client.get('/api/v1/auth/oidc')
    list.assertStatus(200)
    const offered = list.body().data
    assert.deepEqual(
      offered.map(({ provider, label }: any) => [provider, label]),
      [
        ['google', 'Google'],
        ['azure', 'Microsoft'],
      ]
    )
    assert.equal(offered[0].redirectUrl, api('/auth/oidc/google/redirect'))
    for (const [provider, role] of [
      ['google', 'senior_admin'],
      ['azure', 'partner'],
    ] as const) {
      const { user } = await actorOfRole(role)
      const way = await loopbackLogIn(provider, await linked(user, provider))
      const login = await client.post(EXCHANGE).json(way)
      login.assertStatus(200)
      assert.include(login.body().data.user, { id: user.id, role })
      assert.isString(login.body().data.refreshToken)
    }
  })

  test('asks for a click at the provider, and comes back with the own state', async ({
    assert,
  }) => {
    const browser = new Browser()
    const { codeChallenge } = frontEndSecret()
    const query = { codeChallenge, returnTo: HERE, state: STATE }
    const start = await browser.ask(startUrl('google', query))
    const asked = new URL(start.headers.get('location')!)
    assert.equal(asked.searchParams.get('prompt'), 'select_account')
    assert.notEqual(asked.searchParams.get('state'), STATE) // ours to the provider is another
    const { url } = await browser.walk(asked, somebody('google'), isTerminal)
    assert.equal(url.origin + url.pathname, HERE)
    assert.sameMembers([...url.searchParams.keys()], ['code', 'state'])
    assert.equal(url.searchParams.get('state'), STATE)

    const frontEnd = await browser.ask(startUrl('google', { codeChallenge }))
    assert.isNull(new URL(frontEnd.headers.get('location')!).searchParams.get('prompt'))
    const short = startUrl('google', { ...query, state: 'short' })
    assert.equal((await browser.ask(short)).status, 422)
  })

  test('leads to this computer at any port, and by no other spelling', async ({ assert }) => {
    const { codeChallenge } = frontEndSecret()
    const statusOf = async (returnTo: string) =>
      (await fetch(startUrl('google', { codeChallenge, returnTo }), { redirect: 'manual' })).status
    const tricks = [
      'http://localhost:40123/souk/login',
      'http://127.0.0.1.evil.test:40123/souk/login',
      'http://evil.test:40123/souk/login',
      'http://127.0.0.1@evil.test/souk/login',
      'http://127.0.0.1:40123@evil.test/souk/login',
      'http://evil.test/?http://127.0.0.1:40123/souk/login',
      'http://evil.test#http://127.0.0.1:40123/souk/login',
      'http://127.0.0.1:40123\\@evil.test/souk/login',
      'http://user@127.0.0.1:40123/souk/login',
      'https://127.0.0.1:40123/souk/login',
      'HTTP://127.0.0.1:40123/souk/login',
      '//127.0.0.1:40123/souk/login',
      'javascript://127.0.0.1:40123/souk/login',
      'http://[::1]:40123/souk/login',
      'http://[::ffff:127.0.0.1]:40123/souk/login',
      'http://127.0.0.2:40123/souk/login',
      'http://127.1:40123/souk/login',
      'http://2130706433:40123/souk/login',
      'http://0x7f.0.0.1:40123/souk/login',
      'http://0.0.0.0:40123/souk/login',
      'http://127.0.0.1/souk/login',
      'http://127.0.0.1:/souk/login',
      'http://127.0.0.1:0/souk/login',
      'http://127.0.0.1:040123/souk/login',
      'http://127.0.0.1:65536/souk/login',
      'http://127.0.0.1:4012.3/souk/login',
      'http://127.0.0.1:40123/',
      'http://127.0.0.1:40123/souk/login/',
      'http://127.0.0.1:40123/souk/login/../../evil',
      'http://127.0.0.1:40123/souk/login?next=x',
      'http://127.0.0.1:40123/souk/login#x',
      'http://127.0.0.1:40123/souk/login\n.evil.test',
      'http://127.0.0.1:40123/souk%2flogin',
    ]
    for (const returnTo of tricks) assert.equal(await statusOf(returnTo), 422, returnTo)
    for (const port of [1, 8080, 65_535])
      assert.equal(await statusOf(`http://127.0.0.1:${port}/souk/login`), 302)
    console.log(`      ${tricks.length} other ways back tried, 0 followed`)
  })

  test('takes its code once, soon, from where it began, and by its verifier', async ({
    client,
    assert,
  }) => {
    const { user } = await actorOfRole('agent')
    const subject = await linked(user)
    const refused = async (body: object, status = 400) => {
      const response = await client.post(EXCHANGE).json(body)
      response.assertStatus(status)
      if (status === 400) assert.equal(response.body().errors[0].code, 'E_OUTSIDE_LOG_IN_STALE')
    }
    const once = await loopbackLogIn('google', subject)
    ;(await client.post(EXCHANGE).json(once)).assertStatus(200)
    await refused(once)

    const stolen = await loopbackLogIn('google', subject)
    await refused({ code: stolen.code, returnTo: stolen.returnTo }, 422)
    await refused({ ...stolen, codeVerifier: frontEndSecret().codeVerifier })
    await refused(stolen) // a wrong try used it up

    const { returnTo, ...nowhere } = await loopbackLogIn('google', subject)
    await refused(nowhere)
    const elsewhere = await loopbackLogIn('google', subject)
    await refused({ ...elsewhere, returnTo: returnTo.replace('40123', '40124') })

    const late = await loopbackLogIn('google', subject)
    clock.travel(3 * MINUTE)
    await refused(late)
  })

  test('makes no account and links none, whoever has the address', async ({ client, assert }) => {
    const { user: agent } = await actorOfRole('agent')
    const emails = [address(), agent.email!]
    const said = []
    for (const email of emails) {
      const way = await loopbackLogIn('google', somebody('google', email))
      const asked = { ...way, role: 'partner', businessName: 'Nobody Yet' }
      const response = await client.post(EXCHANGE).json(asked)
      response.assertStatus(401)
      said.push(response.body().errors)
    }
    assert.equal(said[0][0].code, 'E_IDENTITY_NOT_LINKED')
    assert.deepEqual(said[0], said[1]) // it does not tell whether there is an account
    assert.isNull(await db.from('users').where({ email: emails[0] }).first())
    assert.lengthOf(await db.from('identities').whereIn('email', emails), 0)
    // the front end's way is as it was
    const frontEnd = await browserLogIn('google', somebody('google', emails[1]))
    const link = await client.post(EXCHANGE).json(frontEnd)
    assert.isTrue(link.body().data.requiresLink)
  })

  test('links an identity to who is logged in, then opens the account', async ({
    client,
    assert,
  }) => {
    const owner = await actorOfRole('agent')
    const subject = somebody('azure')
    const link = async (body: object) =>
      client.post('/api/v1/user/identities').headers(owner.headers).json(body)
    const { returnTo, ...nowhere } = await loopbackLogIn('azure', subject)
    assert.isString(returnTo)
    ;(await link(nowhere)).assertStatus(400)
    ;(await link(await loopbackLogIn('azure', subject))).assertStatus(201)
    const login = await client.post(EXCHANGE).json(await loopbackLogIn('azure', subject))
    login.assertStatus(200)
    assert.equal(login.body().data.user.id, owner.user.id)
  })

  test('wants the second factor as after a password, and no suspended account', async ({
    client,
    assert,
  }) => {
    const { user } = await actorOfRole('agent', { twoFactor: 'email' })
    const subject = await linked(user)
    const half = await client.post(EXCHANGE).json(await loopbackLogIn('google', subject))
    half.assertStatus(200)
    assert.isTrue(half.body().data.requires2FA)
    assert.notProperty(half.body().data, 'accessToken')
    await db.from('users').where({ id: user.id }).update({ status: 'suspended' })
    const shut = await client.post(EXCHANGE).json(await loopbackLogIn('google', subject))
    shut.assertStatus(401)
    assert.equal(shut.body().errors[0].code, 'E_INVALID_CREDENTIALS')
  })

  test('tells the program when somebody changed their mind, or the provider is silent', async ({
    assert,
  }) => {
    const { codeChallenge } = frontEndSecret()
    const start = startUrl('google', { codeChallenge, returnTo: HERE, state: STATE })
    const told = (code: string) => `${HERE}?error=${code}&state=${STATE}`
    const browser = new Browser()
    const begun = await browser.ask(start)
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!
    const { issuer } = providers.google
    const no = new URLSearchParams({ error: 'access_denied', state, iss: issuer })
    const denied = await browser.ask(`${api('/auth/oidc/google/callback')}?${no}`)
    assert.equal(denied.headers.get('location'), told('E_OUTSIDE_PROOF_REFUSED'))

    const { url } = await browser.walk(start, somebody('google'), isCallback)
    providers.google.mode = 'fails'
    const silent = await browser.ask(url)
    providers.google.mode = 'up'
    assert.equal(silent.headers.get('location'), told('E_PROVIDER_UNAVAILABLE'))
  })
})

test.group('the providers that are set up', () => {
  test('are told, and none where none is', async ({ client, assert, cleanup }) => {
    for (const name of ['OIDC_GOOGLE_CLIENT_ID', 'OIDC_AZURE_CLIENT_ID']) {
      const before = env.get(name)
      cleanup(() => setSetting(name, before))
      setSetting(name, '')
    }
    const response = await client.get('/api/v1/auth/oidc')
    response.assertStatus(200)
    assert.deepEqual(response.body().data, [])
  })
})
