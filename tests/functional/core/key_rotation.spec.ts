import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { close, open, servers, workers, type Marketplace, type Server } from '#tests/faults/market'
import { souk, until, type Process } from '#tests/faults/processes'
import { appKeyId } from '#core/support/app_keys'

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
    const settings = { APP_KEY: OLD, APP_PREVIOUS_KEYS: NEW, WORKER_IN_SERVER: 'no' }
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
      await before('PUT', '/partner/profile', { payoutDetails: DETAILS }, { token })
      const key = { 'idempotency-key': 'once' }
      const login = { email: 'paula@example.test', password: PASSWORD }
      const first = await before('POST', '/auth/login', login, { headers: key })
      await before('POST', '/auth/register', { ...PERSON, email: 'pending@example.test' })
      const code = await codeFor(market, 'pending@example.test')
      assert.equal(await keyOf(market), appKeyId(OLD))

      // the old ones still run, and read what the new ones write
      const after = await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD })
      const profile = await after('GET', '/partner/profile', undefined, { token })
      assert.equal(profile.data.payoutDetails.accountNumber, MASKED)
      const repeated = await after('POST', '/auth/login', login, { headers: key })
      assert.equal(repeated.data.refreshToken, first.data.refreshToken)
      const verified = await after('POST', '/auth/verify-email', {
        email: 'pending@example.test',
        code,
      })
      assert.equal(verified.status, 200)
      const later = await signUp(market, after, 'later@example.test')
      await after('PUT', '/partner/profile', { payoutDetails: DETAILS }, { token: later })

      const changed = { ...market.env, APP_KEY: NEW, APP_PREVIOUS_KEYS: OLD }
      const command = souk.ace('reencrypt', ['secrets:reencrypt'], changed, market.folder).start()
      assert.equal(await command.ended(), 0)
      const rows = await market.database.rows('SELECT payout_details FROM partners')
      const keys = rows.flatMap(({ payout_details: value }) => value?.split('.')[0] ?? [])
      assert.deepEqual(new Set(keys), new Set([appKeyId(NEW)]))

      const alone = await serve({ APP_KEY: NEW, APP_PREVIOUS_KEYS: '' })
      const kept = await alone('GET', '/partner/profile', undefined, { token })
      assert.equal(kept.data.payoutDetails.accountNumber, MASKED)
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

async function keyOf({ database }: Marketplace): Promise<string> {
  const [row] = await database.rows(
    'SELECT payout_details FROM partners WHERE payout_details IS NOT NULL'
  )
  return row.payout_details.split('.')[0]
}
