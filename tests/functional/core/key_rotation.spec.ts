import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { close, open, servers, workers, type Marketplace, type Server } from '#tests/faults/market'
import { souk, until, type Process } from '#tests/faults/processes'
import { appKeyId } from '#core/support/app_keys'
import { databaseSettings } from '#tests/helpers/database'
import { App } from '#tests/helpers/factors'

const OLD = randomBytes(24).toString('hex')
const NEW = randomBytes(24).toString('hex')
const PASSWORD = 'correct horse battery'
const PERSON = { name: 'Paula', password: PASSWORD, role: 'partner', businessName: 'Lens' }
const DETAILS = {
  accountHolder: 'Paula Lens',
  accountNumber: 'DE89370400440532013000',
  bankName: 'A bank',
  country: 'DE',
}
const MASKED = '••••3000'

test.group('a change of APP_KEY', () => {
  test('loses nothing and refuses nobody while old and new processes run', async ({ assert }) => {
    const keys = { APP_KEY: OLD, APP_PREVIOUS_KEYS: NEW }
    const settings = { ...databaseSettings('keys'), ...keys, WORKER_IN_SERVER: 'no' }
    const market = await open(`keys-${process.env.TEST_SLOT ?? 'main'}`, settings, 0)
    const processes: Process[] = []
    const serve = async (more: Record<string, string>) => {
      const changed = { ...market, env: { ...market.env, ...more } }
      const [server] = await servers(changed, 1)
      processes.push(server.process, ...workers(changed, 1))
      return clientOf(server)
    }
    try {
      const before = await serve({})
      const token = await signUp(market, before, 'paula@example.test')
      const once = { token, headers: { 'idempotency-key': 'once' } }
      const details = { payoutDetails: DETAILS }
      const first = await before('PUT', '/partner/profile', details, once)
      await before('POST', '/auth/register', { ...PERSON, email: 'pending@example.test' })
      const code = await codeFor(market, 'pending@example.test')
      const pending = await underWay(market, before)
      for (const column of SEALED)
        assert.deepEqual(await keysOf(market, column), [appKeyId(OLD)], column)

      // the old ones still run, and read what the new ones write
      const after = await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD })
      const profile = await after('GET', '/partner/profile', undefined, { token })
      assert.equal(profile.data.payoutDetails.accountNumber, MASKED)
      const repeated = await after('PUT', '/partner/profile', details, once)
      assert.deepEqual(repeated, first)
      const verified = await after('POST', '/auth/verify-email', {
        email: 'pending@example.test',
        code,
      })
      assert.equal(verified.status, 200)
      const later = await signUp(market, after, 'later@example.test')
      await after('PUT', '/partner/profile', { payoutDetails: DETAILS }, { token: later })

      await finish(after, pending)

      const changed = { ...market.env, APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD }
      const command = souk.ace('reencrypt', ['secrets:reencrypt'], changed, market.folder).start()
      assert.equal(await command.ended(), 0)
      for (const column of SEALED)
        assert.deepEqual(await keysOf(market, column), [appKeyId(NEW)], column)

      const alone = await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: '' })
      const kept = await alone('GET', '/partner/profile', undefined, { token })
      assert.equal(kept.data.payoutDetails.accountNumber, MASKED)
      await logIn(alone, 'app@example.test', pending.app.next())
    } finally {
      await close(market, processes)
    }
  }).timeout(240_000)
})

interface Options {
  token?: string
  headers?: Record<string, string>
}

type Client = ReturnType<typeof clientOf>

function clientOf({ url }: Server) {
  return async (method: string, path: string, body?: object, { token, headers }: Options = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return { status: response.status, data: text ? JSON.parse(text).data : undefined }
  }
}

async function codeFor({ mailbox }: Marketplace, email: string): Promise<string> {
  await until(`${email} gets a code`, () => mailbox.codes.has(email))
  return mailbox.codes.get(email)!
}

async function signUp(market: Marketplace, client: Client, email: string): Promise<string> {
  await client('POST', '/auth/register', { ...PERSON, email })
  const code = await codeFor(market, email)
  const { data } = await client('POST', '/auth/verify-email', { email, code })
  return data.accessToken
}

/** What is still to be done when the key changes: second halves of log-ins, and a new password. */
async function underWay(market: Marketplace, client: Client) {
  const { mailbox } = market
  const owner = await signUp(market, client, 'app@example.test')
  const totp = { method: 'totp', password: PASSWORD }
  const app = new App(
    (await client('POST', '/user/enable-2fa', totp, { token: owner })).data.secret
  )
  const confirmed = await client('POST', '/user/verify-2fa', { code: app.next() }, { token: owner })

  const email = 'mailed@example.test'
  const token = await signUp(market, client, email)
  const next = async (path: string, body: object) => {
    mailbox.codes.delete(email)
    const { data } = await client('POST', path, body, { token })
    return { challenge: data.challenge as string, code: await codeFor(market, email) }
  }
  const { code } = await next('/user/enable-2fa', { method: 'email', password: PASSWORD })
  await client('POST', '/user/verify-2fa', { code }, { token })
  const mailed = await next('/auth/login', { email, password: PASSWORD })

  const forgetful = 'forgetful@example.test'
  await signUp(market, client, forgetful)
  await client('POST', '/auth/forgot-password', { email: forgetful })
  await until('the link comes', () => mailbox.tokens.has(forgetful))

  const leaver = 'leaver@example.test'
  const last = await signUp(market, client, leaver)
  const farewell = { password: PASSWORD, confirm: leaver }
  await client('DELETE', '/user/account', farewell, { token: last })
  const [recovery] = confirmed.data.recoveryCodes as string[]
  return { app, recovery, mailed, link: mailbox.tokens.get(forgetful)! }
}

/** All of it is as good as it was before; each throws when it is refused. */
async function finish(client: Client, pending: Awaited<ReturnType<typeof underWay>>) {
  await client('POST', '/auth/login/verify-2fa', pending.mailed)
  for (const code of [pending.app.next(), pending.recovery])
    await logIn(client, 'app@example.test', code)
  const password = 'another good password'
  await client('POST', `/auth/reset-password/${pending.link}`, { password })
  await client('POST', '/auth/login', { email: 'forgetful@example.test', password })
}

async function logIn(client: Client, email: string, code: string) {
  const { data } = await client('POST', '/auth/login', { email, password: PASSWORD })
  await client('POST', '/auth/login/verify-2fa', { challenge: data.challenge, code })
}

const SEALED = ['partners.payout_details', 'totp_factors.secret', 'erasures.traces']

/** The names of the keys that a column is encrypted with. */
async function keysOf({ database }: Marketplace, name: string): Promise<string[]> {
  const [table, column] = name.split('.')
  const rows = await database.rows(
    `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`
  )
  return [...new Set(rows.map(({ sealed }) => sealed.split('.')[0]))]
}
