/*
 * `npm run faults`: kills and stops real processes while clients work, then checks that every
 * promise was kept. `-- --full` takes the full size, `-- --seed=7` repeats a run, `-- --only=shop`
 * runs one scenario. With DB_* (and redis-server installed) in the environment it also runs MariaDB
 * or MySQL with Bull.
 */
import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { freePort, Process, scratchFolder, souk, type Environment } from './processes.js'
import { accounts } from './scenarios/accounts.js'
import { crashes } from './scenarios/crashes.js'
import { redisOutage } from './scenarios/redis_outage.js'
import { schedule } from './scenarios/schedule.js'
import { rushAlone, selling } from './scenarios/selling.js'
import { signUps } from './scenarios/sign_ups.js'
import { options, violations } from './supervisor.js'

const EMBEDDED: Record<string, () => Promise<void>> = {
  sqlite: () => signUps('sqlite', {}, 1, 0),
  shop: () => selling('shop', {}, 1, 0),
  crashes: () => crashes('crashes', {}, 1, 0),
  schedule: () => schedule('schedule', {}),
  accounts: () => accounts('accounts', {}),
}

const ON_MYSQL: Record<string, (env: Environment, redis: Process) => Promise<void>> = {
  'mysql': (env) => signUps('mysql', env, 2, 2),
  'shop-mysql': (env) => selling('shop-mysql', env, 2, 2),
  'outage': (env, redis) => redisOutage('outage', env, redis),
}

/** Parts of the others, and what takes too long for every change: for those who name them. */
const ALONE: typeof EMBEDDED = { rush: () => rushAlone('rush', {}, 1) }
const ALONE_ON_MYSQL: typeof ON_MYSQL = {
  'rush-mysql': (env) => rushAlone('rush-mysql', env, 2),
  'crashes-mysql': (env) => crashes('crashes-mysql', env, 1, 1),
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

/** Those that were asked for; all of them when none was. */
function wanted<T>(scenarios: Record<string, T>, alone: typeof scenarios): [string, T][] {
  const names = options.only?.split(',')
  if (!names) return Object.entries(scenarios)
  return Object.entries({ ...scenarios, ...alone }).filter(([name]) => names.includes(name))
}

async function main() {
  console.log(`seed ${options.seed}, ${options.full ? 'full' : 'small'} size`)
  souk.build()
  for (const [, scenario] of wanted(EMBEDDED, ALONE)) await scenario()
  const onMysql = wanted(ON_MYSQL, ALONE_ON_MYSQL)
  if (onMysql.length === 0) return

  if (!process.env.DB_HOST || !hasRedisServer())
    return console.log('MariaDB with Bull: left out (set DB_HOST ..., install redis-server)')
  const port = String(await freePort())
  const folder = scratchFolder('faults/redis')
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes']
  const redis = new Process('redis', args, {}, folder, 'redis-server').start()
  try {
    for (const [name, scenario] of onMysql) await scenario(production(name, port), redis)
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
