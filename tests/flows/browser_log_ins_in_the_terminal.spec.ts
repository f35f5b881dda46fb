/*
 * Logging in with Google and Azure as staff do: the souk binary, a browser on the same computer, and a
 * real OpenID provider in the place of either.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { deskOf, json, SERVER, type Desk } from '#tests/helpers/desk'
import { codeSentTo } from '#tests/helpers/outbox'
import { Browser, isTerminal } from '#tests/helpers/outside/browser'
import { api, browserLogIn } from '#tests/helpers/outside/log_ins'
import { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import { setSetting } from '#tests/helpers/settings'
import { Sandbox, until } from '#tests/cli/support/sandbox'

const TENANT = '8e4f6a1c-2b7d-4c3e-9f10-5a6b7c8d9e0f'
const OPENER = process.platform === 'darwin' ? 'open' : 'xdg-open'

/** The address that a waiting command shows. */
async function addressShownBy(child: ChildProcess): Promise<string> {
  let shown = ''
  child.stderr!.on('data', (text) => (shown += text))
  const address = /(\S+\/redirect\?\S+)\n/
  await until(() => address.test(shown), 'the address')
  return address.exec(shown)![1]
}

/** Somebody logs in there. @returns the page at which the browser ends */
async function logInAt(address: string, subject: string): Promise<string> {
  const browser = new Browser()
  const { url } = await browser.walk(address, subject, isTerminal)
  return (await browser.ask(url)).text()
}

/** Runs a command that waits for a browser, without a terminal. */
async function runWithBrowser(at: Desk, args: string[], subject: string) {
  let page = ''
  const result = await at.run(args, {
    during: async (child) => {
      page = await logInAt(await addressShownBy(child), subject)
    },
  })
  return { ...result, page }
}

/** A command on a terminal whose system opens a browser. @returns it, and the address that was opened */
async function openedBy(at: Desk, args: string[], before = async (_: Terminal) => {}) {
  await at.write(`bin/${OPENER}`, '#!/bin/sh\nprintf "%s" "$*" > "$HOME/opened"\n', 0o700)
  const env = { PATH: `${at.path('bin')}:${process.env.PATH}` }
  const terminal = at.terminal(args, { env })
  await before(terminal)
  const file = at.path('opened')
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '', 'the browser')
  return { terminal, address: readFileSync(file, 'utf8') }
}

type Terminal = ReturnType<Desk['terminal']>

test.group('log-ins in the browser, begun in the terminal', (group) => {
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

  const somebody = (at: ProviderStandIn) =>
    at.person({ email: `${unique('web')}@example.test`, email_verified: true, xms_edov: true })

  test('staff link Google and Azure, then log in with either', async ({
    assert,
    client,
    cleanup,
  }) => {
    const at = await deskOf('admin')
    cleanup(() => at.close())
    const { user } = JSON.parse(await at.read('.config/souk/tokens/local.json'))
    const subjects = { google: somebody(google), azure: somebody(azure) }
    for (const [provider, subject] of Object.entries(subjects)) {
      const link = ['auth', 'identities', 'link', '--provider', provider]
      const { code, stdout, stderr } = await runWithBrowser(at, link, subject)
      assert.equal(code, 0, stderr)
      assert.match(stdout, new RegExp(`^linked  idn_\\w+  ${provider}  web`))
    }
    const linked = await json(at, 'auth', 'identities', 'list')
    assert.deepEqual(
      linked.map(({ provider }: any) => provider),
      ['google', 'azure']
    )

    // by HTTP, as the front end does
    for (const provider of ['google', 'azure'] as const) {
      const way = await browserLogIn(provider, subjects[provider])
      const login = await client.post('/api/v1/auth/oidc/exchange').json(way)
      login.assertStatus(200)
      assert.equal(login.body().data.user.id, user.id)
    }

    // on a terminal, which asks with whom and opens the browser
    const choose = async (terminal: Terminal) => {
      await terminal.expect('Log in with:')
      terminal.type('\r')
    }
    const { terminal, address } = await openedBy(at, ['login', '--web'], choose)
    const { origin, pathname, searchParams } = new URL(address)
    assert.equal(origin + pathname, api('/auth/oidc/google/redirect'))
    assert.sameMembers([...searchParams.keys()], ['codeChallenge', 'returnTo', 'state'])
    assert.include(await logInAt(address, subjects.google), 'You can close this window')
    await terminal.expect(`logged in  ${user.email}`)
    assert.equal(await terminal.exit(), 0)

    // without one: the address is shown alone
    const login = ['login', '--web', '--provider', 'azure', '--json', '--debug-body']
    const byAzure = await runWithBrowser(at, login, subjects.azure)
    assert.equal(byAzure.code, 0, byAzure.stderr)
    assert.include(byAzure.stderr, '"codeVerifier"') // the trace shows what was sent, no secret of it
    assert.notMatch(byAzure.stderr, /"(code|codeVerifier|refreshToken)": ?"[\w-]{20,}/)
    assert.equal(JSON.parse(byAzure.stdout).user.id, user.id)
    assert.equal((await json(at, 'whoami')).email, user.email)
    const used = await db
      .from('identities')
      .where({ user_id: user.id })
      .whereNotNull('last_used_at')
    assert.lengthOf(used, 2)

    const unlink = await at.run(['auth', 'identities', 'unlink', linked[0].id])
    assert.equal(unlink.code, 0, unlink.stderr)
    assert.lengthOf(await json(at, 'auth', 'identities', 'list'), 1)
  }).timeout(120_000)

  test('the second factor is asked for in the terminal', async ({ assert, cleanup }) => {
    const { user } = await actorOfRole('agent', { twoFactor: 'email' })
    const { issuer } = google
    const subject = somebody(google)
    const identity = { issuer, subject, email: null, isEmailVerified: true, name: null }
    await write((trx) =>
      attachIdentity(
        trx,
        user.id,
        { ...identity, provider: 'google', expiresAt: clock.now() + HOUR },
        null
      )
    )
    const at = await Sandbox.at(SERVER)
    cleanup(() => at.close())
    const login = ['login', '--web', '--provider', 'google']
    const { terminal, address } = await openedBy(at, login)
    await logInAt(address, subject)
    await terminal.expect('Code (email):')
    terminal.type(`${await codeSentTo(user.email!)}\r`)
    await terminal.expect(`logged in  ${user.email}`)
    assert.equal(await terminal.exit(), 0)
  }).timeout(120_000)

  test('who is not linked is told how; Ctrl-C stops the waiting; nothing is kept', async ({
    assert,
    cleanup,
  }) => {
    const at = await Sandbox.at(SERVER)
    cleanup(() => at.close())
    const login = ['login', '--web', '--provider', 'google']
    const stranger = await runWithBrowser(at, login, somebody(google))
    assert.equal(stranger.code, 4)
    assert.equal(stranger.stdout, '')
    assert.include(stranger.stderr, 'souk auth identities link --provider google')

    let returnTo = ''
    const stopped = await at.run(login, {
      during: async (child) => {
        returnTo = new URL(await addressShownBy(child)).searchParams.get('returnTo')!
        child.kill('SIGINT')
      },
    })
    assert.equal(stopped.code, 130)
    await assert.rejects(() => fetch(returnTo))
    assert.isFalse(existsSync(at.tokenPath))
  }).timeout(120_000)

  test('a provider that is not set up is named; of several one has to be', async ({
    assert,
    cleanup,
  }) => {
    const at = await Sandbox.at(SERVER)
    cleanup(() => at.close())
    const several = await at.run(['login', '--web'])
    assert.equal(several.code, 2)
    assert.include(several.stderr, '--provider google|azure')
    const before = azure.settings.OIDC_AZURE_CLIENT_ID
    cleanup(() => setSetting('OIDC_AZURE_CLIENT_ID', before))
    setSetting('OIDC_AZURE_CLIENT_ID', '')
    const off = await at.run(['login', '--web', '--provider', 'azure'])
    assert.equal(off.code, 9)
    assert.include(off.stderr, 'log-in with azure is switched off at')
  }).timeout(120_000)
})
