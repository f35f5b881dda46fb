/*
 * What all scenarios share: the options of the run, its seeded chance, what was found wrong, and
 * marketplaces of real processes.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Mailbox } from './mailbox.js'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
  type Process,
} from './processes.js'
import { mysqlDatabase, sqliteFile, type ScratchDatabase } from './scratch_database.js'

export const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, // names of scenarios, by commas
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
  },
})

export const violations: string[] = []

/** mulberry32: the same seed, the same moments. @returns numbers from 0 to 1 */
export function generator(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The chance of the run; what happens at the same time takes a generator of its own. */
export const random = generator(Number(options.seed))

export function check(claim: string, isKept: boolean, figures = '') {
  console.log(`  ${isKept ? 'ok  ' : 'FAIL'} ${claim}${figures && ` (${figures})`}`)
  if (!isKept) violations.push(claim)
}

export interface Marketplace {
  env: Environment
  folder: string
  mailbox: Mailbox
  database: ScratchDatabase
}

/** An empty marketplace, with `partners` who can be matched. */
export async function open(name: string, more: Environment, partners = 500): Promise<Marketplace> {
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
  await souk.prepare(env, folder, partners)
  return { env, folder, mailbox, database }
}

export async function close({ mailbox, database }: Marketplace, processes: Process[]) {
  await Promise.all(processes.map((one) => one.stop()))
  mailbox.close()
  await database.drop()
}

export interface Server {
  url: string
  process: Process
}

export async function servers(market: Marketplace, count: number): Promise<Server[]> {
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

export const workers = (market: Marketplace, count: number) =>
  Array.from({ length: count }, (_, i) =>
    souk.ace(`worker${i}`, ['queue:work'], market.env, market.folder).start()
  )

/** Kills a process without a warning and starts it again a moment later. */
export async function killAndRestart(victim: Process) {
  await victim.stop('SIGKILL')
  await sleep(random() * 500)
  victim.start()
}
