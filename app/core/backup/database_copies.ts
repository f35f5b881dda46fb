/*
 * Copies of the live database, each as of one moment, while others go on writing.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { BackupRefused } from '#core/backup/errors'
import { flush, type Manifest } from '#core/backup/manifest'
import { CLIENT_TOOLS, DUMP_TOOLS, runTool, toolOf } from '#core/backup/mysql_tools'
import { rowsOf } from '#core/database/statements'

interface DatabaseCopies {
  /** the file's name in the backup */
  dump: string
  /** writes the copy into a new file */
  copyTo(path: string): Promise<void>
  isEmpty(): Promise<boolean>
  /** puts a copy in the database's place; what was there before is put aside or dropped */
  restoreFrom(path: string, stamp: string): Promise<void>
}

export function databaseCopies(kind: Manifest['database'] = env.get('DB_CONNECTION')) {
  return kind === 'sqlite' ? sqlite : mysql
}

const databaseFile = () => app.makePath(env.get('DB_FILE'))

const sqlite: DatabaseCopies = {
  dump: 'database.sqlite3',

  /** VACUUM INTO reads one moment of the file and its log; whoever writes does not wait for it. */
  async copyTo(path) {
    const { default: Database } = await import('better-sqlite3')
    const live = new Database(databaseFile(), { fileMustExist: true, timeout: 10_000 })
    try {
      live.prepare('VACUUM INTO ?').run(path)
    } finally {
      live.close()
    }
    await flush(path)
  },

  async isEmpty() {
    const found = await stat(databaseFile()).catch(() => null)
    return found === null || found.size === 0
  },

  async restoreFrom(path, stamp) {
    const file = databaseFile()
    const fresh = `${file}.restoring`
    await copyFile(path, fresh)
    await assertSound(fresh)
    await flush(fresh)
    // the log belongs to the file beside it
    for (const suffix of ['', '-wal', '-shm'])
      await rename(`${file}${suffix}`, `${file}.before-${stamp}${suffix}`).catch(ignoreMissing)
    await rename(fresh, file)
  },
}

async function assertSound(file: string) {
  const { default: Database } = await import('better-sqlite3')
  const copy = new Database(file, { readonly: true })
  try {
    const verdict = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw new BackupRefused(`SQLite says of the copy: ${verdict}`)
  } finally {
    copy.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}

const mysql: DatabaseCopies = {
  dump: 'database.sql',

  async copyTo(path) {
    const tool = await toolOf(DUMP_TOOLS)
    const args = [
      '--single-transaction',
      '--skip-lock-tables',
      '--quick',
      '--triggers',
      '--hex-blob',
      '--no-tablespaces',
      '--default-character-set=utf8mb4',
    ]
    try {
      await runTool(tool, args, (child) =>
        pipeline(
          Readable.from(withoutDefiners(child.stdout! as AsyncIterable<Buffer>)),
          createWriteStream(path)
        )
      )
      await assertWhole(path)
      await flush(path)
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  },

  async isEmpty() {
    const sql = `SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()`
    return Number((await rowsOf(db, sql))[0].n) === 0
  },

  async restoreFrom(path) {
    const tool = await toolOf(CLIENT_TOOLS)
    await db.connection().dropAllTables()
    await runTool(tool, ['--default-character-set=utf8mb4'], (child) =>
      pipeline(createReadStream(path), child.stdin!)
    )
  },
}

const DEFINER = /^(\/\*!5\d{4} CREATE\*\/ )\/\*!5\d{4} DEFINER=\S+?\*\/ /gm

/**
 * Triggers name the account that made them, which another server may not have. Bytes stay what they
 * are: they are looked at as Latin-1, line by line, since a piece may end anywhere.
 */
async function* withoutDefiners(dump: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = ''
  for await (const piece of dump) {
    const text = rest + piece.toString('latin1')
    const end = text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    if (end > 0) yield Buffer.from(text.slice(0, end).replace(DEFINER, '$1'), 'latin1')
  }
  if (rest) yield Buffer.from(rest, 'latin1')
}

/** The tools end a dump with a line that says so. */
async function assertWhole(path: string) {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, 200))
    await handle.read(tail, 0, tail.length, size - tail.length)
    if (!tail.toString().includes('Dump completed'))
      throw new BackupRefused('The dump has no end: is the disk full?')
  } finally {
    await handle.close()
  }
}
