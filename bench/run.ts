/*
 * `npm run bench`: every bench below, or those whose names are given, on a scratch database: a file,
 * or with DB_CONNECTION=mysql a database that is made on that server and dropped at the end. To add
 * one, write a file beside this that exports a Bench and list it here.
 */
import { environmentOf, scratchFolder, souk, type Environment } from '../tests/faults/processes.js'
import { mysqlDatabase } from '../tests/faults/scratch_database.js'
import { hello } from './hello.js'
import { discovery, matching } from './many_partners.js'
import { shop } from './shop.js'
import { startup } from './startup.js'

export interface Bench {
  name: string
  run(context: BenchContext): Promise<void>
}

export interface BenchContext {
  /** of a migrated scratch marketplace; add a PORT to start a server on it */
  env: Environment
  folder: string
  /** prints a line; `isMet` says whether a goal was reached */
  report(what: string, figure: string, isMet?: boolean): void
}

const BENCHES: Record<string, Bench> = { hello, startup, shop, discovery, matching }

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in BENCHES))
if (unknown) {
  console.error(`There is no bench "${unknown}": there are ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}

const folder = scratchFolder('bench')
const env = environmentOf(folder, {
  NODE_ENV: 'production',
  APP_URL: 'http://127.0.0.1',
  // one process does all: there is no worker that Redis would hand jobs to
  QUEUE_DRIVER: 'outbox',
  DB_DATABASE: `souk_bench_${process.pid}`,
})
const scratch =
  process.env.DB_CONNECTION === 'mysql'
    ? await mysqlDatabase({ ...(process.env as Environment), ...env })
    : undefined
let missed = 0
try {
  await souk.migrate(env, folder)
  for (const [key, bench] of Object.entries(BENCHES)) await runBench(key, bench)
} finally {
  await scratch?.drop()
}
process.exit(missed > 0 ? 1 : 0)

async function runBench(key: string, bench: Bench) {
  if (wanted.length > 0 && !wanted.includes(key)) return
  console.log(bench.name)
  const report: BenchContext['report'] = (what, figure, isMet) => {
    const mark = isMet === undefined ? '' : isMet ? '  ok' : '  MISSED'
    console.log(`  ${what.padEnd(34)} ${figure}${mark}`)
    if (isMet === false) missed++
  }
  await bench.run({ env, folder, report })
}
