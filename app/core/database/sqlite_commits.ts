/*
 * How commits reach the disk. SQLite's own full sync waits for it inside the commit, in this thread,
 * 1 to 5 ms in which nothing else runs. So the transactions of `write` commit without, and their log
 * file is synced right after, outside of the thread and once for all that have committed meanwhile;
 * only then is anybody told. The log is written in order, so what is on the disk is always a whole
 * history. As with InnoDB, others may see a commit a moment before the disk has it. See ADR 3.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/** `together`: whoever commits waits for `onDisk`. `loose`: nobody waits; a power cut may take it. */
export type Durability = 'together' | 'loose'

const durability = new AsyncLocalStorage<Durability>()

/** Begins a transaction that commits in this way. */
export function committing<T>(how: Durability, begin: () => Promise<T>): Promise<T> {
  return durability.run(how, begin)
}

/** How the transaction that begins right now is to commit; undefined: synced by SQLite itself. */
export function wantedDurability(): Durability | undefined {
  return durability.getStore()
}

/** The write-ahead log beside a database file, which lives as long as a connection does. */
export class CommitLog {
  #path?: string
  #file?: number
  #running?: Promise<void>
  #next?: Promise<void>
  #failure?: Error

  constructor(private syncFile = promisify(fdatasync)) {}

  /** A connection was opened, perhaps anew. */
  follow(databaseFile: string) {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    this.#path = `${databaseFile}-wal`
  }

  /** Has everything that is committed by now synced. */
  sync() {
    if (this.#next || this.#path === undefined) return
    this.#next = this.#syncNext()
    this.#next.catch(() => {}) // whoever waits for it is told
  }

  /** What was committed before this call is on the disk. @throws when it may not be */
  async onDisk(): Promise<void> {
    if (this.#failure) throw this.#failure
    await (this.#next ?? this.#running)
  }

  async #syncNext() {
    await this.#running?.catch(() => {})
    this.#running = this.#next
    this.#next = undefined
    try {
      this.#file ??= openSync(this.#path!, 'r+')
      await this.syncFile(this.#file)
      this.#running = undefined
    } catch (error) {
      // what the disk has now nobody can tell, and it may say yes to the next try: no more writing
      this.#failure = Object.assign(error as Error, { code: 'SQLITE_IOERR_FSYNC' })
      throw error
    }
  }
}

export const commitLog = new CommitLog()

/** Waits until everything that this process committed is on the disk. At once on MySQL. */
export function onDisk(): Promise<void> {
  return commitLog.onDisk()
}

/**
 * The same for what other processes committed, too: before something leaves the house that only a
 * row has told of.
 */
export function allOnDisk(): Promise<void> {
  commitLog.sync()
  return commitLog.onDisk()
}
