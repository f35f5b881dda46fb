import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#payments/gateways/sandbox_signature'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
} from '#tests/faults/processes'
import { Proxy } from '#tests/faults/proxy'
import { mysqlDatabase } from '#tests/faults/scratch_database'

interface Answer {
  status: number
  /** ms */
  took: number
  retryAfter: string | null
}

const LONGEST_ANSWER = 6_000
const BACK_TO_NORMAL = 10_000
/** long enough to meet both the first requests, which hang, and the later ones, which are refused */
const OUTAGE = 9_000
const SLOW_MACHINE = 300_000

const HOOK_SECRET = 'outage-webhook-secret'

const isOnMysql = process.env.DB_CONNECTION === 'mysql'

/** A server and a worker whose database is behind a proxy. */
async function startBehindProxy() {
  const { DB_HOST = '127.0.0.1', DB_PORT = '3306', DB_USER = 'souk' } = process.env
  const proxy = new Proxy({ host: DB_HOST, port: Number(DB_PORT) })
  const folder = scratchFolder('processes/database-outage')
  const port = await freePort()
  const direct = environmentOf(folder, {
    PORT: String(port),
    DB_CONNECTION: 'mysql',
    DB_HOST,
    DB_PORT,
    DB_USER,
    DB_PASSWORD: process.env.DB_PASSWORD ?? '',
    DB_DATABASE: `souk_test_outage_${process.pid}`,
    SANDBOX_WEBHOOK_SECRET: HOOK_SECRET,
    QUEUE_DRIVER: 'outbox',
    MAIL_DRIVER: 'file',
    WORKER_IN_SERVER: 'yes',
  })
  const database = await mysqlDatabase(direct)
  await souk.migrate(direct, folder)
  const env: Environment = { ...direct, DB_HOST: '127.0.0.1', DB_PORT: String(await proxy.open()) }
  const server = souk.server('server', env, folder).start()
  const worker = souk.ace('worker', ['queue:work'], env, folder).start()
  const url = `http://127.0.0.1:${port}`
  await until(`${url} answers`, () => isUp(url), 120_000)
  return { url, proxy, database, processes: [server, worker] }
}

async function timed(request: Promise<Response>): Promise<Answer> {
  const startedAt = performance.now()
  const { status, headers } = await request
  return { status, took: performance.now() - startedAt, retryAfter: headers.get('retry-after') }
}

/** A signed message of the sandbox gateway, about nothing that anybody has to do with. */
function webHook(eventId: string) {
  const raw = JSON.stringify({
    id: eventId,
    type: 'coffee.ready',
    occurredAt: Date.now(),
    object: { id: 'cup_1', kind: 'cup' },
  })
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', HOOK_SECRET).update(`${timestamp}.${raw}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: signature,
  }
  return (url: string) =>
    timed(fetch(`${url}/api/v1/payments/webhooks/sandbox`, { method: 'POST', headers, body: raw }))
}

let people = 0

function signUp(url: string): Promise<Answer> {
  const email = `person${people++}@example.test`
  return timed(
    fetch(`${url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'P', email, password: 'correct horse battery', role: 'client' }),
    })
  )
}

function logIn(url: string): Promise<Answer> {
  return timed(
    fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.test', password: 'correct horse battery' }),
    })
  )
}

test.group('while the database is away', (group) => {
  let { url, proxy, database, processes } = {} as Awaited<ReturnType<typeof startBehindProxy>>

  // one start for all: whoever has lived through one outage lives through the next
  if (isOnMysql)
    group.setup(async () => {
      ;({ url, proxy, database, processes } = await startBehindProxy())
      return async () => {
        await Promise.all(processes.map((one) => one.stop('SIGKILL')))
        proxy.close()
        await database.drop()
      }
    })

  for (const way of ['hang', 'refuse'] as const)
    test(`(${way}) requests get 503 in time, the process lives, and all is well again after it`, async ({
      assert,
    }) => {
      // opens connections that the outage will cut
      const before = await Promise.all(Array.from({ length: 6 }, () => signUp(url)))
      for (const { status } of before) assert.equal(status, 202)
      const lostId = `sev_during_${way}`
      const lost = webHook(lostId)
      assert.equal((await webHook(`sev_before_${way}`)(url)).status, 200)

      await proxy.turn(way)
      const asked: Promise<Answer>[] = []
      const probes: Promise<Answer>[] = []
      const readiness: Promise<Answer>[] = []
      const end = performance.now() + OUTAGE
      while (performance.now() < end) {
        asked.push(signUp(url), logIn(url), timed(fetch(`${url}/api/v1/partners`)), lost(url))
        probes.push(timed(fetch(`${url}/api/v1/health`)))
        readiness.push(timed(fetch(`${url}/api/v1/health/ready`)))
        await sleep(300)
      }
      const answers = await Promise.all(asked)
      const slowest = Math.max(...answers.map(({ took }) => took))
      const last = Math.max(...answers.slice(-8).map(({ took }) => took))
      const figures = `${answers.length} answers, slowest ${Math.round(slowest)} ms, last ones ${Math.round(last)} ms`
      for (const { status, retryAfter } of answers) {
        assert.equal(status, 503, figures)
        assert.isAbove(Number(retryAfter), 0)
      }
      assert.isBelow(slowest, LONGEST_ANSWER, figures)
      for (const { status } of await Promise.all(probes)) assert.equal(status, 200)
      for (const { status, took, retryAfter } of await Promise.all(readiness)) {
        assert.equal(status, 503)
        assert.isBelow(took, LONGEST_ANSWER)
        assert.isAbove(Number(retryAfter), 0)
      }
      for (const process of processes) assert.isTrue(process.isRunning)

      await proxy.turn('pass')
      const returnedAt = performance.now()
      await until('a sign-up succeeds', async () => (await signUp(url)).status === 202)
      const healed = performance.now() - returnedAt
      assert.isBelow(healed, BACK_TO_NORMAL)
      console.log(`    ${way}: ${figures}, normal again after ${Math.round(healed)} ms`)
      assert.equal((await timed(fetch(`${url}/api/v1/health/ready`))).status, 200)
      for (const process of processes) assert.isTrue(process.isRunning)

      // what was not acknowledged is sent again, and stored then
      const stored = () =>
        database.rows(`SELECT id FROM webhook_events WHERE event_id = '${lostId}'`)
      assert.lengthOf(await stored(), 0)
      assert.equal((await lost(url)).status, 200)
      assert.lengthOf(await stored(), 1)

      const [counts] = await database.rows(
        `SELECT (SELECT COUNT(*) FROM challenges) AS sign_ups,
                (SELECT COUNT(*) FROM email_logs) AS mails,
                (SELECT COUNT(*) FROM outbox WHERE name = 'notifications.send_email') AS jobs`
      )
      const whole = { mails: counts.sign_ups, jobs: counts.sign_ups }
      assert.deepEqual(counts, { sign_ups: counts.sign_ups, ...whole })
      await until('the newest job is done', async () => {
        const [job] = await database.rows(
          'SELECT state FROM outbox ORDER BY created_at DESC LIMIT 1'
        )
        return job.state === 'done'
      })
    })
      .timeout(SLOW_MACHINE)
      .skip(!isOnMysql, 'needs MariaDB or MySQL: DB_CONNECTION=mysql and DB_*')

  test('a statement that waits too long is given up, and nothing else with it', async ({
    assert,
  }) => {
    const normal = await logIn(url)
    await database.rows('LOCK TABLES users WRITE')
    const blocked = logIn(url)
    await sleep(6_000)
    const ready = await timed(fetch(`${url}/api/v1/health/ready`))
    const { status, took, retryAfter } = await blocked
    await database.rows('UNLOCK TABLES')
    assert.equal(ready.status, 200)
    assert.equal(status, 503)
    assert.isAbove(Number(retryAfter), 0)
    assert.isAbove(took, 9_000)
    assert.isBelow(took, 20_000)
    assert.equal((await logIn(url)).status, normal.status)
  })
    .timeout(SLOW_MACHINE)
    .skip(!isOnMysql, 'needs MariaDB or MySQL: DB_CONNECTION=mysql and DB_*')
})
