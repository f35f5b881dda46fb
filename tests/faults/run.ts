/*
 * `npm run faults`: kills and stops real processes while clients work, then checks that every
 * promise was kept. `-- --full` takes the full size, `-- --seed=7` repeats a run,
 * `-- --only=shop,mysql` runs these scenarios, `-- --built` what was built before. With DB_* (and
 * redis-server installed) in the environment it also runs MariaDB or MySQL with Bull.
 */
import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { freePort, Process, scratchFolder, souk, type Environment } from './processes.js'
import { accounts } from './scenarios/accounts.js'
import { crashes } from './scenarios/crashes.js'
import { redisOutage } from './scenarios/redis_outage.js'
import { schedule } from './scenarios/schedule.js'
import { hotCartsAlone, rushAlone, selling } from './scenarios/selling.js'
import { signUps } from './scenarios/sign_ups.js'
import { options, violations } from './supervisor.js'

type Scenario = () => Promise<void>
type OnMysql = (env: Environment, redis: Process) => Promise<void>

/** SQLite with servers that only serve; jobs and the schedule have processes of their own. */
const APART: Environment = { WORKER_IN_SERVER: 'no' }

/** What is run when nobody says what: the small size of all of it stays below ten minutes. */
const EMBEDDED: Record<string, Scenario> = {
  sqlite: () => signUps('sqlite', {}, 1, 0),
  shop: () => selling('shop', {}, 1, 0),
  crashes: () => crashes('crashes', {}, 1, 0),
  schedule: () => schedule('schedule', {}),
  accounts: () => accounts('accounts', {}),
}
const ON_MYSQL: Record<string, OnMysql> = {
  'mysql': (env) => signUps('mysql', env, 2, 2),
  'shop-mysql': (env) => selling('shop-mysql', env, 2, 2),
  'outage': (env, redis) => redisOutage('outage', env, redis),
}

/** Those that belong to the full size, and to whoever names them. */
const MORE: typeof EMBEDDED = {
  'shop-two': () => selling('shop-two', APART, 2, 2),
}
const MORE_ON_MYSQL: typeof ON_MYSQL = {
  'crashes-mysql': (env) => crashes('crashes-mysql', env, 1, 1),
  'accounts-mysql': (env) => accounts('accounts-mysql', env),
}

/** Parts of the others: for those who name them. */
const PARTS: typeof EMBEDDED = {
  'rush': () => rushAlone('rush', {}, 1),
  'rush-two': () => rushAlone('rush-two', {}, 2),
  'hot': () => hotCartsAlone('hot', {}, 1),
}
const PARTS_ON_MYSQL: typeof ON_MYSQL = {
  'rush-mysql': (env) => rushAlone('rush-mysql', env, 2),
  'hot-mysql': (env) => hotCartsAlone('hot-mysql', env, 2),
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

/** Those that were asked for; when none was, those of the size. */
function wanted<T>(
  usual: Record<string, T>,
  more: typeof usual,
  parts: typeof usual
): [string, T][] {
  const names = options.only?.split(',')
  if (!names) return Object.entries(options.full ? { ...usual, ...more } : usual)
  return Object.entries({ ...usual, ...more, ...parts }).filter(([name]) => names.includes(name))
}

/** Says how long it took, so that what grows slow is seen. */
async function timed(name: string, scenario: Scenario) {
  const startedAt = performance.now()
  await scenario()
  console.log(`${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`)
}

/** @throws for a name that no scenario has: nothing would be run, and nothing found */
function assertKnown(names: string[]) {
  const known = [EMBEDDED, ON_MYSQL, MORE, MORE_ON_MYSQL, PARTS, PARTS_ON_MYSQL].flatMap((some) =>
    Object.keys(some)
  )
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no scenario is ${unknown.join()}: ${known.join()}`)
}

async function main() {
  console.log(`seed ${options.seed}, ${options.full ? 'full' : 'small'} size`)
  assertKnown(options.only?.split(',') ?? [])
  souk.build(options.built)
  for (const [name, scenario] of wanted(EMBEDDED, MORE, PARTS)) await timed(name, scenario)
  const onMysql = wanted(ON_MYSQL, MORE_ON_MYSQL, PARTS_ON_MYSQL)
  if (onMysql.length === 0) return

  if (!process.env.DB_HOST || !hasRedisServer())
    return console.log('MariaDB with Bull: left out (set DB_HOST ..., install redis-server)')
  const port = String(await freePort())
  const folder = scratchFolder('faults/redis')
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes']
  const redis = new Process('redis', args, {}, folder, 'redis-server').start()
  try {
    for (const [name, scenario] of onMysql)
      await timed(name, () => scenario(production(name, port), redis))
  } finally {
    await redis.stop()
  }
}

function production(name: string, redisPort: string): Environment {
  const { DB_HOST = '', DB_PORT = '', DB_USER = '', DB_PASSWORD = '' } = process.env
  return {
    ...{ DB_HOST, DB_PORT, DB_USER, DB_PASSWORD },
    DB_CONNECTION: 'mysql',
    DB_DATABASE: `souk_faults_${options.seed}_${name.replaceAll('-', '_')}`,
    QUEUE_DRIVER: 'bull',
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: redisPort,
  }
}

const startedAt = performance.now()
await main().catch((error) => violations.push(error.message) && console.error(error.message))
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`${violations.length} violations in ${seconds} s, seed ${options.seed}`)
process.exit(violations.length > 0 ? 1 : 0)
