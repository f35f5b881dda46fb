/*
 * The two drivers as they are, with prepared statements, for the floor and for filling databases.
 */
import SqliteDatabase, { type Statement } from 'better-sqlite3'
import { createPool, type PoolConnection } from 'mysql2/promise'

export type Row = Record<string, any>

export interface Database {
  all(sql: string, ...values: unknown[]): Promise<Row[]>
  /** @returns how many rows it changed, and the last number that the database counted up */
  run(sql: string, ...values: unknown[]): Promise<{ changes: number; id: number }>
  /** in one transaction */
  write<T>(work: (trx: Database) => Promise<T>): Promise<T>
}

export function openDatabase(): Database {
  return process.env.DB_CONNECTION === 'mysql' ? mysql() : sqlite(process.env.DB_FILE!)
}

/** As Souk sets it: durable commits. A transaction awaits nothing but this, so none comes between. */
function sqlite(file: string): Database {
  const connection = new SqliteDatabase(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -32000'])
    connection.pragma(pragma)
  connection.pragma('busy_timeout = 10000')
  const statements = new Map<string, Statement>()
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? connection.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const database: Database = {
    async all(sql, ...values) {
      return statement(sql).all(...values) as Row[]
    },
    async run(sql, ...values) {
      const { changes, lastInsertRowid } = statement(sql).run(...values)
      return { changes, id: Number(lastInsertRowid) }
    },
    async write(work) {
      statement('BEGIN IMMEDIATE').run()
      try {
        const result = await work(database)
        statement('COMMIT').run()
        return result
      } catch (error) {
        statement('ROLLBACK').run()
        throw error
      }
    },
  }
  return database
}

function mysql(): Database {
  const { DB_HOST: host, DB_USER: user, DB_PASSWORD: password, DB_DATABASE } = process.env
  const pool = createPool({
    ...{ host, user, password, port: Number(process.env.DB_PORT), database: DB_DATABASE },
    ...{ connectionLimit: Number(process.env.DB_POOL_MAX ?? 10), timezone: 'Z' },
    ...{ charset: 'utf8mb4', maxPreparedStatements: 500 },
  })
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  })
  const through = (client: Pick<PoolConnection, 'execute'>): Database => ({
    async all(sql, ...values) {
      return (await client.execute(sql, values as any[]))[0] as Row[]
    },
    async run(sql, ...values) {
      const [result] = (await client.execute(sql, values as any[])) as any
      return { changes: result.affectedRows, id: result.insertId }
    },
    async write(work) {
      const connection = await pool.getConnection()
      try {
        await connection.query('BEGIN')
        const result = await work(through(connection))
        await connection.query('COMMIT')
        return result
      } catch (error) {
        await connection.query('ROLLBACK')
        throw error
      } finally {
        connection.release()
      }
    },
  })
  return through(pool)
}

/** One statement for each number of rows; the columns are those of the first. */
export function insert(database: Database, table: string, ...rows: Row[]) {
  const columns = Object.keys(rows[0])
  const marks = `(${columns.map(() => '?').join(', ')})`
  return database.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => marks).join(', ')}`,
    ...rows.flatMap((row) => columns.map((column) => row[column]))
  )
}

export const marksFor = (list: unknown[]) => list.map(() => '?').join(', ')

/** The rows of a statement that asks for many ids in its one `IN (?)`. */
export function rowsFor(database: Database, sql: string, ids: unknown[]): Promise<Row[]> {
  return database.all(sql.replace('IN (?)', `IN (${marksFor(ids)})`), ...ids)
}

/** A statement that changes one row. @throws when it changed none */
export async function changeOne(database: Database, sql: string, ...values: unknown[]) {
  if ((await database.run(sql, ...values)).changes !== 1) throw new Error(`No row for ${sql}`)
}
