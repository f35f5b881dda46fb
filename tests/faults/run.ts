/*
 * `npm run faults`: kills and stops real processes while clients work, then checks that every
 * promise was kept. `-- --full` takes the full size, `-- --seed=7` repeats a run. With DB_* (and
 * redis-server installed) in the environment it also runs MariaDB or MySQL with Bull.
 */
import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { comparisons, differenceOf, TELLING } from './enumeration.js'
import { Mailbox } from './mailbox.js'
import { deliver, HOOK_SECRET, hookAbout, makeLinks } from './payment_hooks.js'
import {
  environmentOf,
  freePort,
  isUp,
  Process,
  scratchFolder,
  souk,
  until,
  type Environment,
} from './processes.js'
import { mysqlDatabase, sqliteFile, type ScratchDatabase } from './scratch_database.js'
import { askers, drive, type Asking, type Outcome } from './workload.js'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, // sqlite, schedule, accounts, payments, mysql or outage
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
  },
})
const SIZE = options.full
  ? { requests: 500, kills: 20, outage: 60_000, weeks: 10, pairs: 200, hooks: 1000 }
  : { requests: 60, kills: 4, outage: 5_000, weeks: 2, pairs: 40, hooks: 80 }
const PERIOD = 7 * 86_400_000

const violations: string[] = []
const random = generator(Number(options.seed))

/** mulberry32: the same seed, the same moments. */
function generator(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function check(claim: string, isKept: boolean, figures = '') {
  console.log(`  ${isKept ? 'ok  ' : 'FAIL'} ${claim}${figures && ` (${figures})`}`)
  if (!isKept) violations.push(claim)
}

interface Marketplace {
  env: Environment
  folder: string
  mailbox: Mailbox
  database: ScratchDatabase
}

async function open(name: string, more: Environment): Promise<Marketplace> {
  const folder = scratchFolder(`faults/${name}`)
  const mailbox = new Mailbox()
  const env = environmentOf(folder, {
    MAIL_DRIVER: 'smtp',
    EMAIL_HOST: '127.0.0.1',
    EMAIL_PORT: String(await mailbox.open()),
    DB_CONNECTION: 'sqlite',
    QUEUE_DRIVER: 'outbox',
    ...more,
  })
  const database = await (env.DB_CONNECTION === 'mysql' ? mysqlDatabase : sqliteFile)(env)
  await souk.prepare(env, folder, 500)
  return { env, folder, mailbox, database }
}

async function close({ mailbox, database }: Marketplace, processes: Process[]) {
  await Promise.all(processes.map((one) => one.stop()))
  mailbox.close()
  await database.drop()
}

async function servers(market: Marketplace, count: number) {
  const started = []
  for (let i = 0; i < count; i++) {
    const port = await freePort()
    const env = { ...market.env, PORT: String(port) }
    const url = `http://127.0.0.1:${port}`
    started.push({ url, process: souk.server(`server${i}`, env, market.folder).start() })
  }
  for (const { url } of started) await until(`${url} answers`, () => isUp(url))
  return started
}

const workers = (market: Marketplace, count: number) =>
  Array.from({ length: count }, (_, i) =>
    souk.ace(`worker${i}`, ['queue:work'], market.env, market.folder).start()
  )

async function whoAsks(
  market: Marketplace,
  url: string,
  requests = SIZE.requests
): Promise<Asking> {
  const [corner] = await market.database.rows(
    `SELECT category_id, location_id FROM partners
     JOIN partner_categories ON partner_id = partners.id
     WHERE status = 'approved' AND availability = 'available' AND rate_currency = 'EUR'
     GROUP BY category_id, location_id ORDER BY COUNT(*) DESC LIMIT 1`
  )
  return {
    clients: await askers(url, requests, market.mailbox.codes),
    categoryId: corner.category_id,
    locationId: corner.location_id,
  }
}

/** Every mail that a committed row owes has left, and all its copies are one message. */
async function checkMails({ mailbox, database }: Marketplace, outcome: Outcome, kills: number) {
  const unfinished = async () =>
    Number((await database.rows(`SELECT COUNT(*) AS n FROM outbox WHERE state = 'pending'`))[0].n)
  const startedAt = performance.now()
  await until('every job is done', async () => (await unfinished()) === 0, 120_000)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const rows = await database.rows('SELECT message_id, to_address, template FROM email_logs')
  const lost = rows.filter((row) => !mailbox.copies.has(row.message_id))
  const owners = new Map(rows.map((row) => [row.message_id, row.to_address]))
  const strays = [...mailbox.copies].filter(([id, to]) => to.some((one) => owners.get(id) !== one))
  const written = new Set(rows.map((row) => row.to_address))
  const unkept = outcome.promised.filter((address) => !written.has(address))
  const copies = [...mailbox.copies.values()].reduce((sum, to) => sum + to.length, 0)

  check('every answered request has its row', unkept.length === 0, `${rows.length} rows`)
  check('every mail that a row owes has left', lost.length === 0, `done after ${seconds} s`)
  check('every copy carries its row’s Message-ID', strays.length === 0)
  const count = async (sql: string) => Number((await database.rows(sql))[0].n)
  const asked = await count(
    `SELECT COUNT(*) AS n FROM inquiries WHERE title LIKE 'Inquiry % of %' AND status <> 'submitted'`
  )
  const confirmed = rows.filter((row) => row.template === 'inquiry_received').length
  check('every matched inquiry is confirmed once', asked === confirmed && asked > 0, `${asked}`)
  const extra = copies - rows.length
  check('no more extra copies than kills', extra <= kills * 5, `${extra} of ${copies} copies`)
}

/** Kills one of them now and then, and starts it again. @returns ends it, and tells how many died */
function killsAmong(victims: Process[]): () => Promise<number> {
  let isOver = false
  const kill = async () => {
    let kills = 0
    while (!isOver && kills < SIZE.kills) {
      await sleep(500 + random() * 1500)
      const victim = victims[Math.floor(random() * victims.length)]
      await victim.stop('SIGKILL')
      kills++
      await sleep(random() * 500)
      victim.start()
    }
    return kills
  }
  const kills = kill()
  return () => {
    isOver = true
    return kills
  }
}

/** (a) kill -9 at random moments while clients work */
async function killing(name: string, more: Environment, serverCount: number, workerCount: number) {
  console.log(`${name}: kill -9 during ${SIZE.requests} sign-ups and inquiries`)
  const market = await open(name, more)
  const serving = await servers(market, serverCount)
  const victims = [...serving.map(({ process: server }) => server), ...workers(market, workerCount)]
  const asking = await whoAsks(market, serving[0].url)
  const endKilling = killsAmong(victims)
  const urls = serving.map(({ url }) => url)
  const pause = options.full ? 100 : 150
  const work = drive(urls, { count: SIZE.requests, run: name, asking, pause })
  const outcome = await work.finally(endKilling)
  const kills = await endKilling()
  check('every request was answered in the end', outcome.promised.length === SIZE.requests,
    `${kills} kills, ${outcome.failedTries} tries failed`) // prettier-ignore
  await checkMails(market, outcome, kills)
  await close(market, victims)
}

/** (b) Redis hangs, then is killed, and comes back */
async function withoutRedis(name: string, more: Environment, redis: Process) {
  console.log(`${name}: Redis hangs and dies for ${SIZE.outage / 1000} s each`)
  const market = await open(name, more)
  const serving = await servers(market, 1)
  const working = workers(market, 2)
  const asking = await whoAsks(market, serving[0].url, 4 * SIZE.requests)
  let isOver = false
  const outage = async () => {
    await sleep(1_000)
    redis.signal('SIGSTOP')
    await sleep(SIZE.outage)
    redis.signal('SIGCONT')
    await sleep(1_000)
    await redis.stop('SIGKILL')
    await sleep(SIZE.outage)
    redis.start()
    isOver = true
  }
  const outcome: Outcome = { promised: [], failedTries: 0, slowest: 0 }
  const clients = async () => {
    for (let round = 0; !isOver; round++) {
      const size = { first: 10 * round, count: 10, pause: 100, atOnce: 2 }
      const some = await drive([serving[0].url], { ...size, run: name, asking })
      outcome.promised.push(...some.promised)
      outcome.failedTries += some.failedTries
      outcome.slowest = Math.max(outcome.slowest, some.slowest)
    }
  }
  await Promise.all([outage(), clients()])
  const figures = `${outcome.promised.length} requests, slowest ${Math.round(outcome.slowest)} ms`
  check('no request failed', outcome.failedTries === 0, figures)
  const processes = [serving[0].process, ...working]
  check('no process died', processes.every((one) => one.isRunning)) // prettier-ignore
  await checkMails(market, outcome, 1)
  await close(market, processes)
}

/** (c) five schedulers, clocks moved on together */
async function scheduling(name: string, more: Environment) {
  console.log(`${name}: five schedulers over ${SIZE.weeks} weeks`)
  const folder = join(process.cwd(), 'tmp', 'faults', name)
  const offset = join(folder, 'clock')
  const market = await open(name, { ...more, NODE_ENV: 'test', CLOCK_OFFSET_FILE: offset })
  const five = Array.from({ length: 5 }, (_, i) =>
    souk.ace(`scheduler${i}`, ['scheduler:run'], market.env, market.folder).start()
  )
  const { writeFileSync } = await import('node:fs')
  /** period -> attempts; collected as they come, because the sweep itself forgets old runs */
  const runs = new Map<string, number>()
  const look = async () => {
    const done = `SELECT * FROM schedule_runs WHERE task = 'core.sweep' AND state = 'done'`
    for (const run of await market.database.rows(done))
      runs.set(run.period_key, Number(run.attempts))
  }
  const hasRun = async (weeks: number) => {
    await look()
    return runs.size >= weeks
  }
  for (let week = 0; week < SIZE.weeks; week++) {
    writeFileSync(offset, String(week * PERIOD))
    await until(`week ${week} has run`, () => hasRun(week + 1), 120_000)
  }
  await sleep(11_000) // a second firing would come by the next tick
  await look()
  const isOnce = runs.size === SIZE.weeks && [...runs.values()].every((attempts) => attempts === 1)
  check('one firing per period', isOnce, `${runs.size} runs of ${SIZE.weeks} periods`)
  const took = await Promise.all(five.map((one) => one.stop('SIGTERM')))
  const slowest = Math.max(...took)
  check('SIGTERM ends a scheduler', slowest < 30_000, `${Math.round(slowest)} ms`)
  await close(market, [])
}

/** (d) do answers tell who has an account? */
async function accounts(name: string, more: Environment) {
  console.log(`${name}: ${SIZE.pairs} known and unknown addresses in turns`)
  const market = await open(name, more)
  const [{ url, process: server }] = await servers(market, 1)
  const users = 'SELECT email FROM users WHERE email IS NOT NULL ORDER BY id'
  const known = (await market.database.rows(users)).map(({ email }) => email as string)
  for (const found of await comparisons(url, known, SIZE.pairs)) {
    const figures = `known ${found.known.toFixed(1)} ms, unknown ${found.unknown.toFixed(1)} ms`
    check(`${found.route} takes the same time`, differenceOf(found) <= TELLING, figures)
    check(`${found.route} answers the same`, found.telling.length === 0, found.telling.join(' | '))
  }
  await close(market, [server])
}

/** (e) every message five times, to two servers that die; what is acknowledged happens once */
async function payments(name: string, more: Environment, workerCount: number) {
  console.log(`${name}: kill -9 during ${SIZE.hooks} web hooks, five deliveries each`)
  const market = await open(name, { ...more, SANDBOX_WEBHOOK_SECRET: HOOK_SECRET })
  const { database } = market
  const serving = await servers(market, 2)
  const victims = [...serving.map(({ process: server }) => server), ...workers(market, workerCount)]
  const ids = new Set(await makeLinks(serving[0].url, SIZE.hooks))
  const made = await database.rows('SELECT id, gateway_payment_id, amount FROM payments')
  const hooks = made
    .filter(({ id }) => ids.has(id))
    .map((row) =>
      hookAbout({ id: row.id, name: row.gateway_payment_id, amount: Number(row.amount) })
    )

  const endKilling = killsAmong(victims)
  const urls = serving.map(({ url }) => url)
  const failedTries = await deliver(urls, hooks, random).finally(endKilling)
  const kills = await endKilling()
  const count = async (sql: string) =>
    Number((await database.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n)
  const stored = await count('webhook_events')
  check('what was acknowledged is stored, once', stored === SIZE.hooks, `${kills} kills, ${failedTries} tries failed`) // prettier-ignore
  const isDone = async () => (await count(`webhook_events WHERE state = 'done'`)) === SIZE.hooks
  await until('every message is handled', isDone, 120_000)
  const booked = await count(
    `ledger_transactions WHERE kind = 'link_captured' AND status = 'posted'`
  )
  check('every payment is booked once', booked === SIZE.hooks, `${booked}`)
  const paid = await count(`payment_links WHERE status = 'paid'`)
  const captured = await count(`payments WHERE status = 'captured'`)
  check('payment, link and books agree', paid === booked && captured === booked)
  const unbalanced = await count(
    '(SELECT transaction_id FROM ledger_entries GROUP BY transaction_id HAVING SUM(amount) <> 0) AS odd'
  )
  check('every posting balances', unbalanced === 0)
  await close(market, victims)
}

function hasRedisServer(): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'redis-server'))
      return true
    } catch {
      return false
    }
  })
}

async function main() {
  console.log(`seed ${options.seed}, ${options.full ? 'full' : 'small'} size`)
  const wants = (part: string) => !options.only || options.only === part
  if (wants('sqlite')) await killing('sqlite', {}, 1, 0)
  if (wants('schedule')) await scheduling('schedule', {})
  if (wants('accounts')) await accounts('accounts', {})
  if (wants('payments')) await payments('payments', {}, 0)
  if (!wants('mysql') && !wants('outage') && !wants('payments')) return

  if (!process.env.DB_HOST || !hasRedisServer())
    return console.log('MariaDB with Bull: left out (set DB_HOST ..., install redis-server)')
  const port = String(await freePort())
  const folder = scratchFolder('faults/redis')
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes']
  const redis = new Process('redis', args, {}, folder, 'redis-server').start()
  const production = (part: string) => ({
    DB_CONNECTION: 'mysql',
    DB_DATABASE: `souk_faults_${options.seed}_${part}`,
    QUEUE_DRIVER: 'bull',
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: port,
  })
  for (const name of ['DB_HOST', 'DB_PORT', 'DB_USER', 'DB_PASSWORD']) process.env[name] ??= ''
  const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD } = process.env as Environment
  const place = { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD }
  try {
    if (wants('mysql')) await killing('mysql', { ...production('kill'), ...place }, 2, 2)
    if (wants('payments')) await payments('payments-mysql', { ...production('pay'), ...place }, 2)
    if (wants('outage')) await withoutRedis('outage', { ...production('redis'), ...place }, redis)
  } finally {
    await redis.stop()
  }
}

const startedAt = performance.now()
await main().catch((error) => violations.push(error.message) && console.error(error.message))
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`${violations.length} violations in ${seconds} s, seed ${options.seed}`)
process.exit(violations.length > 0 ? 1 : 0)
