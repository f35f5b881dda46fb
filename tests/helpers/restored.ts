/*
 * A second place to restore a backup into: a database and a storage that nobody else uses.
 */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { mysqlServer } from '#core/database/mysql_server'
import { findInFiles } from '#tests/helpers/scans'

type Row = Record<string, any>

export interface Scratch {
  /** for a process that shall work there */
  env: Record<string, string>
  rows(sql: string): Promise<Row[]>
  isEmpty(): Promise<boolean>
  /** where a value stands, in tables and files */
  find(value: string): Promise<string[]>
  /** the list of erasures is not part of what a restore takes back */
  takeErasureList(): Promise<void>
  drop(): Promise<void>
}

export async function scratchOf(name: string): Promise<Scratch> {
  const folder = app.makePath(env.get('DRIVE_ROOT'), '..', name)
  await mkdir(folder, { recursive: true })
  const storage = join(folder, 'storage')
  const database = await (env.get('DB_CONNECTION') === 'sqlite' ? sqliteIn(folder) : mysqlOf(name))
  return {
    env: { ...database.env, DRIVE_ROOT: storage, OUTBOX_DIR: join(folder, 'outbox') },
    rows: database.rows,
    isEmpty: async () => (await database.tables()).length === 0,
    async find(value) {
      const found: string[] = []
      for (const table of await database.tables())
        for (const row of await database.rows(`SELECT * FROM ${table}`))
          for (const [column, cell] of Object.entries(row))
            if (String(cell).includes(value)) found.push(`${table}.${column}`)
      return [...found, ...(await findInFiles([value], [storage]))]
    },
    takeErasureList: () =>
      cp(app.makePath(env.get('DRIVE_ROOT'), 'erasures'), join(storage, 'erasures'), {
        recursive: true,
      }),
    async drop() {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function sqliteIn(folder: string) {
  const { default: Database } = await import('better-sqlite3')
  const file = join(folder, 'restored.sqlite3')
  const rows = async (sql: string) => {
    const database = new Database(file)
    try {
      return database.prepare(sql).all() as Row[]
    } finally {
      database.close()
    }
  }
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table'`
  return {
    env: { DB_FILE: file },
    rows,
    tables: async () => (await rows(sql)).map(({ name }) => name as string),
    drop: async () => {},
  }
}

async function mysqlOf(slot: string) {
  const { createPool } = await import('mysql2/promise')
  const { database: own, ...server } = mysqlServer()
  const name = `${own}_${slot}`
  const pool = createPool({ ...server, connectionLimit: 1 } as object)
  await pool.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await pool.query(`USE ${name}`)
  const rows = async (sql: string) => (await pool.query(sql))[0] as Row[]
  return {
    env: { DB_DATABASE: name },
    rows,
    tables: async () => (await rows('SHOW TABLES')).map((row) => Object.values(row)[0] as string),
    async drop() {
      await pool.query(`DROP DATABASE ${name}`)
      await pool.end()
    },
  }
}
