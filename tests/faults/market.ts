/*
 * Marketplaces of real processes, each on a folder, a database and a mail server of its own.
 */
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
