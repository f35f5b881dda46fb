/*
 * The application without a server, for benches that ask the database of the environment.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const ROOT = new URL('../', import.meta.url)

/** Boots Souk, does the work, and ends. */
export async function withApp(work: () => Promise<void>) {
  process.env.LOG_LEVEL = 'fatal'
  const app = new Ignitor(ROOT, {
    importer: (path) => import(path.startsWith('.') ? new URL(path, ROOT).href : path),
  }).createApp('console')
  await app.init()
  await import('#start/env')
  await app.boot()
  await app.start(work)
  await app.terminate()
}

async function isMysql(): Promise<boolean> {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  return db.connection().dialect.name === 'mysql'
}

/** questions about the rows of a page, by their ids, and about the reference data */
const ASIDE = /^select .* from [`"]?(partner_categories|partner_platforms|locations|categories|ref)/

/** How the database answers what `work` asks about partners, a line for each step. */
export async function planOf(work: () => Promise<unknown>): Promise<string[]> {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const knex = db.connection().getReadClient()
  const queries: { sql: string; bindings: any[] }[] = []
  const collect = (query: any) => queries.push(query)
  knex.on('query', collect)
  await work()
  knex.off('query', collect)

  const mysql = await isMysql()
  const lines: string[] = []
  for (const { sql, bindings } of queries.filter((query) => !ASIDE.test(query.sql))) {
    const plan = await db.rawQuery(`${mysql ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`, bindings)
    for (const row of mysql ? plan[0] : plan) lines.push(mysql ? mysqlLine(row) : row.detail)
  }
  return lines
}

function mysqlLine(row: Record<string, unknown>): string {
  return ['select_type', 'table', 'type', 'key', 'rows', 'Extra'].map((key) => row[key]).join(' | ')
}

export function say(line: string) {
  process.stdout.write(`${line}\n`)
}
