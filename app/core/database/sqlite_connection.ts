import type { Database as SqliteConnection, Statement } from 'better-sqlite3'
import { commitLog, wantedDurability } from '#core/database/sqlite_commits'

const CACHEABLE = /^\s*(select|insert|update|delete|begin|commit|rollback|with)/i
const CACHED_STATEMENTS = 500

type Statements = Pick<Statement, 'reader' | 'run'>

/**
 * Prepares a fresh SQLite connection. WAL with full sync survives a power cut; every transaction
 * takes the write lock at its start (`BEGIN IMMEDIATE`), because a deferred one that reads first
 * and writes later fails with SQLITE_BUSY under contention, whatever the busy timeout; prepared
 * statements are kept, which doubles the rate of small queries. What is deleted or replaced is zeroed in
 * the file: an erased name must not be left between the rows.
 */
export function tuneSqliteConnection(
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void
) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 10000')
  connection.pragma('foreign_keys = ON')
  connection.pragma('cache_size = -32000')
  connection.pragma('secure_delete = ON')
  if (!connection.memory) commitLog.follow(connection.name)

  const prepare = connection.prepare.bind(connection)
  const boundaries = transactionBoundaries(connection)
  const cache = new Map<string, Statement>()
  connection.prepare = ((sql: string) => {
    const cached = boundaries.get(sql) ?? cache.get(sql)
    if (cached) return cached
    const statement = prepare(sql)
    if (CACHEABLE.test(sql)) {
      if (cache.size >= CACHED_STATEMENTS) cache.clear()
      cache.set(sql, statement)
    }
    return statement
  }) as typeof connection.prepare

  done(null, connection)
}

/** As Knex spells them. How a commit syncs can only be said before its transaction begins. */
function transactionBoundaries(connection: SqliteConnection): Map<string, Statements> {
  const [begin, commit, rollback, full, normal] = [
    'BEGIN IMMEDIATE',
    'COMMIT',
    'ROLLBACK',
    'PRAGMA synchronous = FULL',
    'PRAGMA synchronous = NORMAL',
  ].map((sql) => connection.prepare(sql))
  let isFull = true
  let how = wantedDurability()
  const syncFully = (wish: boolean) => {
    if (wish !== isFull) (wish ? full : normal).run()
    isFull = wish
  }
  const statement = (run: Statements['run']): Statements => ({ reader: false, run })
  const beginning = statement(() => {
    how = wantedDurability()
    syncFully(how === undefined)
    return begin.run()
  })
  const committing = statement(() => {
    const result = commit.run()
    if (how === 'together') commitLog.sync()
    syncFully(true)
    return result
  })
  const undoing = statement(() => {
    const result = rollback.run()
    syncFully(true)
    return result
  })
  return new Map([
    ['BEGIN;', beginning],
    ['COMMIT;', committing],
    ['ROLLBACK', undoing],
  ])
}
