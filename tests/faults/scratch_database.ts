import type { Environment } from './processes.js'

type Row = Record<string, any>

/** Reads and drops the database of a run, beside the processes that use it. */
export interface ScratchDatabase {
  rows(sql: string): Promise<Row[]>
  drop(): Promise<void>
}

export async function sqliteFile(env: Environment): Promise<ScratchDatabase> {
  const { default: Database } = await import('better-sqlite3')
  return {
    async rows(sql) {
      const database = new Database(env.DB_FILE, { readonly: true, timeout: 10_000 })
      try {
        return database.prepare(sql).all() as Row[]
      } finally {
        database.close()
      }
    },
    drop: async () => {},
  }
}

export async function mysqlDatabase(env: Environment): Promise<ScratchDatabase> {
  const { createPool } = await import('mysql2/promise')
  const pool = createPool({
    host: env.DB_HOST,
    port: Number(env.DB_PORT),
    user: env.DB_USER,
    password: env.DB_PASSWORD,
    connectionLimit: 1,
  })
  await pool.query(`CREATE DATABASE ${env.DB_DATABASE} CHARACTER SET utf8mb4`)
  await pool.query(`USE ${env.DB_DATABASE}`)
  return {
    rows: async (sql) => (await pool.query(sql))[0] as Row[],
    async drop() {
      await pool.query(`DROP DATABASE ${env.DB_DATABASE}`)
      await pool.end()
    },
  }
}
