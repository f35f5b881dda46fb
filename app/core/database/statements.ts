/*
 * Statements written out, for the few paths that are asked all the time: a query builder takes ten
 * times as long to put a small statement together as SQLite to answer it. They run on the same
 * connections and in the same transactions as all others, and are told to the same listeners.
 *
 * The text must be the same for every call but for its marks, so that the database knows it again;
 * values only ever travel as bindings.
 */
import type db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** `db`, one of its connections, or the open transaction. */
export type Client = typeof db | QueryClientContract

/** undefined is stored as NULL */
type Binding = string | number | boolean | null | undefined

type Row = Record<string, any>

interface Answer {
  response: any
  context?: { changes: number; lastID: number | bigint }
}

/** What Knex is inside: the builder's last step, without the builder. */
interface Driver {
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): Promise<unknown>
  query(connection: unknown, statement: object): Promise<Answer>
}

/** The rows of a SELECT. */
export async function rowsOf<T = Row>(
  client: Client,
  sql: string,
  ...bindings: Binding[]
): Promise<T[]> {
  const { response } = await ask(client, sql, bindings)
  return isMysql(client) ? response[0] : response
}

/** The first row of a SELECT; undefined when there is none. */
export async function rowOf<T = Row>(
  client: Client,
  sql: string,
  ...bindings: Binding[]
): Promise<T | undefined> {
  return (await rowsOf<T>(client, sql, ...bindings))[0]
}

/** Runs an UPDATE or a DELETE. @returns how many rows it changed */
export async function changesOf(
  client: Client,
  sql: string,
  ...bindings: Binding[]
): Promise<number> {
  const { response, context } = await ask(client, sql, bindings)
  return isMysql(client) ? response[0].affectedRows : context!.changes
}

/** Inserts rows that have the same columns. @returns the number that the database counted up, if any */
export async function insertRows(client: Client, table: string, rows: Row[]): Promise<number> {
  const columns = Object.keys(rows[0])
  const marks = rows.map(() => `(${marksFor(columns)})`).join(', ')
  // some names are words of MySQL (lines); both databases take backticks
  const names = columns.map((column) => `\`${column}\``).join(', ')
  const sql = `INSERT INTO ${table} (${names}) VALUES ${marks}`
  const bindings = rows.flatMap((row) => columns.map((column) => row[column]))
  const { response, context } = await ask(client, sql, bindings)
  return Number(isMysql(client) ? response[0].insertId : context!.lastID)
}

/** ?, ?, ? */
export const marksFor = (list: readonly unknown[]) => list.map(() => '?').join(', ')

async function ask(client: Client, sql: string, bindings: Binding[]): Promise<Answer> {
  const driver = driverOf(client)
  const connection = await driver.acquireConnection()
  try {
    const values = bindings.map((value) => (value === undefined ? null : value))
    return await driver.query(connection, { sql, bindings: values, method: 'raw' })
  } finally {
    await driver.releaseConnection(connection)
  }
}

function driverOf(client: Client): Driver {
  const { client: driver } = connectionOf(client).getWriteClient()
  return driver as unknown as Driver
}

function connectionOf(client: Client): QueryClientContract {
  return 'dialect' in client ? client : client.connection()
}

function isMysql(client: Client): boolean {
  return connectionOf(client).dialect.name === 'mysql'
}
