import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { mysqlServer } from '#core/database/mysql_server'
import { mysqlWatch } from '#core/database/mysql_watch'
import env from '#start/env'

/** how long a second instance waits for the first one's migrations, in seconds */
const PATIENCE = 120

/**
 * Runs the migrations that are missing; instances that start together take turns. Lucid's own lock
 * is not used: on MySQL it is taken and freed on whatever connections the pool hands out.
 *
 * @returns the names of those that ran
 */
export async function migrate(direction: 'up' | 'down' = 'up'): Promise<string[]> {
  return withMigrationLock(async () => {
    const runner = new MigrationRunner(db, app, {
      direction,
      ...(direction === 'down' ? { batch: 0 } : {}),
      disableLocks: true,
    })
    await mysqlWatch.withoutLimit(() => runner.run())
    if (runner.error) throw runner.error
    return Object.keys(runner.migratedFiles)
  })
}

async function withMigrationLock<T>(work: () => Promise<T>): Promise<T> {
  return env.get('DB_CONNECTION') === 'sqlite' ? withFileLock(work) : withNamedLock(work)
}

/** An exclusive transaction on a file beside the database: the system frees it if we die. */
async function withFileLock<T>(work: () => Promise<T>): Promise<T> {
  const { default: Database } = await import('better-sqlite3')
  const file = app.makePath(env.get('DB_FILE'))
  await mkdir(dirname(file), { recursive: true })
  const lock = new Database(`${file}.migrating`, {
    timeout: PATIENCE * 1000,
  })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return await work()
  } finally {
    lock.close()
  }
}

/** GET_LOCK belongs to its connection, so it gets one of its own. */
async function withNamedLock<T>(work: () => Promise<T>): Promise<T> {
  const { createConnection } = await import('mysql2/promise')
  const connection = await createConnection(mysqlServer())
  try {
    await connection.query(`SELECT GET_LOCK('souk_migrations', ${PATIENCE})`)
    return await work()
  } finally {
    connection.destroy()
  }
}
