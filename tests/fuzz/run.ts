/*
 * `npm run fuzz`: sends what no well-meaning client sends to every operation of the OpenAPI document,
 * and sequences of requests, to a real server on a marketplace of its own; every answer must be one
 * that the document knows. `-- --full` sends 500 requests to each operation and tries sequences for
 * half an hour, `-- --seed=7` repeats a run, `-- --only=orders.store` tries one operation,
 * `-- --minutes=5` sets how long sequences are tried, `-- --record` keeps what fails in
 * regressions.json. With DB_* in the environment it runs on MariaDB or MySQL, too.
 */
import { close, open, servers, type Marketplace } from '../faults/market.js'
import type { Environment } from '../faults/processes.js'
import { replayRegressions, violations } from './findings.js'
import { Maker } from './maker.js'
import { fuzzOperations } from './operations.js'
import { options } from './options.js'
import { trySequences } from './sequences.js'
import { Target } from './target.js'

const SETTINGS: Environment = {
  RATE_LIMIT_STAFF_MAX: '1000000',
  MAX_UNPAID_ORDERS: '1000',
  LISTING_MODERATION: 'manual',
  WORKER_IN_SERVER: 'no',
  LOG_LEVEL: 'error',
  MAIL_DRIVER: 'file', // the maker of valid requests reads codes there
  SMS_DRIVER: 'file',
}

async function fuzzOn(name: string, more: Environment) {
  console.log(`\n${name}`)
  const market = await open(`fuzz-${name}`, { ...SETTINGS, ...more }, 0)
  const maker = await Maker.start(market.env, market.folder)
  const [server] = await servers(withGateways(market, maker), 1)
  const target = await Target.of(server.url, maker)
  try {
    console.log(`  ${await replayRegressions(target)} regressions sent again`)
    const ids = [...target.known.keys()].filter((id) => options.only?.includes(id) ?? true)
    const since = performance.now()
    await fuzzOperations(target, ids)
    tell(target, `${ids.length} operations`, since)
    if (options.sequences > 0 && !options.only) await trySequences(target)
    if (!server.process.isRunning) violations.push('the server ended')
  } finally {
    target.agent.destroy()
    await maker.stop()
    await close(market, [server.process])
  }
}

const withGateways = (market: Marketplace, { ready }: Maker): Marketplace => ({
  ...market,
  env: { ...market.env, ...ready.gateways },
})

function tell({ sentCount, statuses, unmade }: Target, what: string, since: number) {
  const seconds = Math.round((performance.now() - since) / 1000)
  const shown = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} x ${status}`)
  for (const reason of unmade) {
    violations.push(reason)
    console.log(`  FAIL no valid request: ${reason}`)
  }
  console.log(`  ${what}, ${sentCount} requests in ${seconds} s: ${shown.join(', ')}`)
}

function mysql(): Environment | undefined {
  const { DB_HOST, DB_PORT = '3306', DB_USER = '', DB_PASSWORD = '' } = process.env
  if (!DB_HOST) return undefined
  const database = { DB_CONNECTION: 'mysql', DB_DATABASE: `souk_fuzz_${process.pid}` }
  return { ...database, DB_HOST, DB_PORT, DB_USER, DB_PASSWORD }
}

const startedAt = performance.now()
console.log(`seed ${options.seed}, ${options.isFull ? 'full' : 'small'} size`)
try {
  const onMysql = mysql()
  await fuzzOn('sqlite', { DB_CONNECTION: 'sqlite' })
  if (onMysql) await fuzzOn('mysql', onMysql)
  else console.log('\nMariaDB: left out (set DB_HOST, DB_PORT, DB_USER, DB_PASSWORD)')
} catch (error) {
  violations.push(String(error))
  console.error(error)
}
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`\n${violations.length} violations in ${seconds} s, seed ${options.seed}`)
process.exit(violations.length > 0 ? 1 : 0)
