import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { migrate } from '#core/database/migrate'
import { seed } from '#database/seeders/seed'

/** An empty, migrated database with the reference data; tests add their own unique rows to it. */
export async function freshDatabase() {
  for (const folder of [env.get('OUTBOX_DIR'), env.get('DRIVE_ROOT')])
    await rm(app.makePath(folder), { recursive: true, force: true })
  if (env.get('DB_CONNECTION') === 'sqlite') await removeFiles()
  else await db.connection().dropAllTables()
  await migrate()
  await seed({ withDemo: false })
  seededAccounts = (await db.from('users').select('email')).map(({ email }) => email)
}

let seededAccounts: string[] | undefined

/** Whose accounts stood in the database before the first test. */
export function accountsAtTheStart(): string[] {
  if (!seededAccounts) throw new Error('The database was not made here')
  return seededAccounts
}

/** Settings of processes with a database of their own, of the kind that the tests run on. */
export function databaseSettings(name: string): Record<string, string> {
  if (env.get('DB_CONNECTION') === 'sqlite') return {}
  return {
    DB_CONNECTION: 'mysql',
    DB_HOST: env.get('DB_HOST'),
    DB_PORT: String(env.get('DB_PORT')),
    DB_USER: env.get('DB_USER'),
    DB_PASSWORD: env.get('DB_PASSWORD'),
    DB_DATABASE: `souk_${name}_${process.pid}`,
  }
}

async function removeFiles() {
  const file = app.makePath(env.get('DB_FILE'))
  await mkdir(dirname(file), { recursive: true })
  for (const suffix of ['', '-wal', '-shm', '.migrating']) await rm(file + suffix, { force: true })
}

export async function closeDatabase() {
  await db.manager.closeAll()
}

/** Deletes all rows of some tables, for tests that look at whole tables. */
export async function emptyTables(...tables: string[]) {
  for (const table of tables) await db.from(table).delete()
}
