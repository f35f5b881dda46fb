import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { close, open, servers, workers, type Marketplace, type Server } from '#tests/faults/market'
import { souk, until, type Process } from '#tests/faults/processes'
import { appKeyId } from '#core/support/app_keys'
import { SEALED_COLUMNS } from '#core/support/sealed_columns'
import type { Made } from '#tests/fuzz/corpus'
import { Maker } from '#tests/fuzz/maker'
import { databaseSettings } from '#tests/helpers/database'
import { App } from '#tests/helpers/factors'
import { Traffic } from '#tests/helpers/traffic'

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
      const [worker] = workers(changed, 1)
      processes.push(server.process, worker)
      return { client: clientOf(server), process: server.process, worker }
    }
    const traffic = new Traffic<Client>(askForSealed)
    try {
      const before = await serve({})
      const old = before.client
      const token = await signUp(market, old, 'paula@example.test')
      const once = { token, headers: { 'idempotency-key': 'once' } }
      const details = { payoutDetails: DETAILS }
      const first = await old('PUT', '/partner/profile', details, once)
      await old('POST', '/auth/register', { ...PERSON, email: 'pending@example.test' })
      const code = await codeFor(market, 'pending@example.test')
      const pending = await underWay(market, old)
      const money = await moneyUnderWay(market, old)
      // what nobody sends for now keeps its secrets
      await before.worker.stop('SIGTERM')
      await old('POST', '/auth/register', { ...PERSON, email: 'waiting@example.test' })
      await old('POST', '/auth/register', { ...PERSON, phone: '+4915112345678' })
      for (const column of SEALED_COLUMNS)
        assert.deepEqual(await keysOf(market, column), [appKeyId(OLD)], column)
      traffic.start([old], token)

      // the old ones still run, and read what the new ones write
      const current = await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD })
      await current.worker.stop('SIGTERM')
      const after = current.client
      await traffic.goTo([old, after])
      const profile = await after('GET', '/partner/profile', undefined, { token })
      assert.equal(profile.data.payoutDetails.accountNumber, MASKED)
      const repeated = await after('PUT', '/partner/profile', details, once)
      assert.deepEqual(repeated, first)
      const other = { ...DETAILS, accountNumber: 'DE02120300000000202051' }
      await after('PUT', '/partner/profile', { payoutDetails: other }, { token })
      const seen = await old('GET', '/partner/profile', undefined, { token })
      assert.equal(seen.data.payoutDetails.accountNumber, '••••2051')
      const address = { email: 'pending@example.test', code }
      assert.equal((await after('POST', '/auth/verify-email', address)).status, 200)
      await finish(after, pending)

      await traffic.goTo([after])
      await before.process.stop('SIGTERM')
      const changed = { ...market.env, APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD }
      const command = souk.ace('reencrypt', ['secrets:reencrypt'], changed, market.folder).start()
      assert.equal(await command.ended(), 0)
      for (const column of SEALED_COLUMNS)
        assert.deepEqual(await keysOf(market, column), [appKeyId(NEW)], column)

      const alone = (await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: '' })).client
      await traffic.goTo([alone])
      await current.process.stop('SIGTERM')
      const waited = await codeFor(market, 'waiting@example.test')
      assert.match(waited, /^\d{6}$/)
      const kept = await alone('GET', '/partner/profile', undefined, { token })
      assert.equal(kept.data.payoutDetails.accountNumber, '••••2051')
      await logIn(alone, 'app@example.test', pending.app.next())
      assert.deepEqual(await money.read(alone), money.known)

      await traffic.stop()
      console.log(
        `      ${traffic.sent} rounds of requests meanwhile, ${traffic.failures.length} failed`
      )
      assert.deepEqual(traffic.failures, [])
      assert.isAbove(traffic.sent, 50)
    } finally {
      await traffic.stop()
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

/** Reads and writes what is sealed. */
const askForSealed = async (client: Client, token: string) => {
  const headers = { 'idempotency-key': randomBytes(8).toString('hex') }
  await client('GET', '/partner/profile', undefined, { token })
  await client('PUT', '/partner/profile', { bio: 'Weddings' }, { token, headers })
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

/** A payment that waits for its client, and money that waits to leave. */
async function moneyUnderWay(market: Marketplace, client: Client) {
  const maker = await Maker.start(market.env, market.folder)
  const payer = await maker.make('payments.intents.store', 'client')
  const partner = await maker.make('withdrawals.partner.withdrawals.store', 'partner')
  await maker.stop()
  const ask = (path: string, { token, request }: Made) => {
    const headers = { 'idempotency-key': randomBytes(8).toString('hex') }
    return client('POST', path, request.body, { token: token.replace('Bearer ', ''), headers })
  }
  await ask('/payments/intents', payer)
  await ask('/partner/withdrawals', partner)
  const read = async (other: Client) => {
    const own = ({ token }: Made) => ({ token: token.replace('Bearer ', '') })
    const payments = await other('GET', '/payments', undefined, own(payer))
    const withdrawals = await other('GET', '/partner/withdrawals', undefined, own(partner))
    return [payments.data[0].clientSecret, withdrawals.data[0].destination]
  }
  return { read, known: await read(client) }
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

/** The names of the keys that a column is encrypted with. */
async function keysOf({ database }: Marketplace, name: string): Promise<string[]> {
  const [table, column] = name.split('.')
  const rows = await database.rows(
    `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`
  )
  return [...new Set(rows.map(({ sealed }) => sealed.split('.')[0]))]
}
