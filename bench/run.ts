/*
 * `npm run bench`: every bench below, or those whose names are given, on the database of the
 * environment (SQLite: a scratch file; with DB_CONNECTION=mysql it fills DB_DATABASE). To add one,
 * write a file beside this that exports a Bench and list it here.
 */
import { environmentOf, scratchFolder, souk, type Environment } from '../tests/faults/processes.js'
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
const env = environmentOf(folder, { NODE_ENV: 'production', APP_URL: 'http://127.0.0.1' })
await souk.migrate(env, folder)
let missed = 0
for (const [key, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(key)) continue
  console.log(bench.name)
  const report: BenchContext['report'] = (what, figure, isMet) => {
    const mark = isMet === undefined ? '' : isMet ? '  ok' : '  MISSED'
    console.log(`  ${what.padEnd(34)} ${figure}${mark}`)
    if (isMet === false) missed++
  }
  await bench.run({ env, folder, report })
}
process.exit(missed > 0 ? 1 : 0)
