/*
 * The one way to write. `write` runs a function in a transaction, takes the write lock first,
 * re-runs the whole function when the database says "try again" (deadlock, lock wait, busy), and
 * joins the transaction that is already open around it.
 *
 * Inside, only database work: no HTTP, mail, Redis, file, sleep, hashing. Those go before it, or
 * leave through the outbox. Rules and measurements: docs/adr/0004-one-transaction-wrapper.md.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isRetryable } from '#core/database/driver_errors'
import { assertMayWrite } from '#core/database/read_only'
import type { Client } from '#core/database/statements'
import { committing, onDisk, type Durability } from '#core/database/sqlite_commits'
import { writeGate, type Leave } from '#core/database/write_gate'
import { ServiceUnavailable } from '#core/errors'
import { crashPoint } from '#core/support/crash_points'

export type Transaction = TransactionClientContract

const MAX_ATTEMPTS = 6

/**
 * What surrounds the running code: the open transaction, if any, and the request's answer
 * recorder, if the request carries an idempotency key (core/idempotency).
 */
interface Scope {
  /** the transaction that the running code must use */
  trx?: Transaction
  /** begins with the first write of the request, and outlives it */
  kept?: KeptTransaction
}

const scopes = new AsyncLocalStorage<Scope>()

/** The transaction that the running code is in, if it is in one. */
export function currentTransaction(): Transaction | undefined {
  return scopes.getStore()?.trx
}

/**
 * The connection of the request's kept transaction, for the queries between its writes: what they
 * read must include what was just written, and SQLite has no second connection to give.
 */
export async function keptConnection(): Promise<unknown> {
  return scopes.getStore()?.kept?.connection()
}

interface WriteOptions {
  /**
   * For what is done again if it gets lost (a lease, a mark that saves work), and only that: on SQLite
   * nobody waits until the commit is on the disk. See ADR 3.
   */
  mayBeLost?: boolean
}

/**
 * Runs `work` in a transaction and returns what it returns.
 *
 * @throws ServiceUnavailable (503) when six attempts met a busy database
 * @throws whatever `work` throws, after rolling back
 * @throws the refusal of the `withoutWrites` around it (core/database/read_only.ts)
 */
export async function write<T>(
  work: (trx: Transaction) => Promise<T>,
  { mayBeLost = false }: WriteOptions = {}
): Promise<T> {
  assertMayWrite()
  const scope = scopes.getStore()
  if (scope?.trx) return work(scope.trx)
  if (scope?.kept) return scope.kept.write(work)
  const durability = mayBeLost ? 'loose' : 'together'
  const result = await retrying(async () => {
    const { trx, leave } = await begin(durability)
    try {
      return await finish(trx, () => scopes.run({ trx }, () => work(trx)))
    } finally {
      leave()
    }
  })
  if (!mayBeLost) await onDisk()
  return result
}

/**
 * The same for work that is one statement. MySQL makes a transaction of it by itself, without being
 * asked to begin and to commit one; SQLite takes the usual way, whose commit waits for the disk outside
 * of this thread.
 */
export async function writeOne<T>(
  statement: (client: Client) => Promise<T>,
  options: WriteOptions = {}
): Promise<T> {
  assertMayWrite()
  const scope = scopes.getStore()
  if (scope?.trx || scope?.kept || db.connection().dialect.name !== 'mysql')
    return write(statement, options)
  return retrying(async () => {
    const leave = await writeGate.enter()
    return statement(db).finally(leave)
  })
}

interface Begun {
  trx: Transaction
  /** lets the next transaction in; when this one has ended */
  leave: Leave
}

/** Waits for a turn and opens a transaction. */
async function begin(durability: Durability): Promise<Begun> {
  const leave = await writeGate.enter()
  try {
    return { trx: await committing(durability, open), leave }
  } catch (error) {
    leave()
    throw error
  }
}

/** Knex hands out a transaction even when its BEGIN failed, and would tell at the first query. */
async function open(): Promise<Transaction> {
  const trx = await db.transaction()
  if (!trx.knexClient.isCompleted()) return trx
  await trx.knexClient.executionPromise
  throw new ServiceUnavailable()
}

async function finish<T>(trx: Transaction, run: () => Promise<T>): Promise<T> {
  try {
    const result = await run()
    crashPoint('before a commit')
    await trx.commit()
    crashPoint('after a commit')
    return result
  } catch (error) {
    await undo(trx)
    throw error
  }
}

/** A lost connection has rolled back already, and must not hide why the work failed. */
async function undo(trx: Transaction) {
  if (trx.isCompleted) return
  await trx.rollback().catch((error) => logger.warn({ err: error.message }, 'no rollback'))
}

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isRetryable(error)) throw error
      if (tried === MAX_ATTEMPTS) throw new ServiceUnavailable()
      await sleep(10 + Math.random() * Math.min(200, 20 * 2 ** tried))
    }
  }
}

/**
 * A transaction that stays open after the `write` that began it, so that the answer to the request
 * can be stored in it and both commit together. Later writes of the request join it, each undone on
 * its own when it fails, as it would be without.
 */
export class KeptTransaction {
  #trx?: Transaction
  #leave: Leave = () => {}
  #isLost = false

  /** Something was written and can still be committed. */
  get isWorthKeeping(): boolean {
    return this.#trx !== undefined && !this.#isLost
  }

  /** Runs `around` so that the first `write` inside begins this transaction. */
  run<T>(around: () => Promise<T>): Promise<T> {
    return scopes.run({ kept: this }, around)
  }

  async connection(): Promise<unknown> {
    return this.#trx?.knexClient.client.acquireConnection()
  }

  async write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.#trx ? this.#join(this.#trx, work) : this.#begin(work)
  }

  async #begin<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    return retrying(async () => {
      const { trx, leave } = await begin('together')
      try {
        const result = await scopes.run({ trx }, () => work(trx))
        this.#trx = trx
        this.#leave = leave
        return result
      } catch (error) {
        await undo(trx).finally(leave)
        throw error
      }
    })
  }

  async #join<T>(trx: Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
    await trx.rawQuery('SAVEPOINT later_write')
    try {
      return await scopes.run({ trx }, () => work(trx))
    } catch (error) {
      this.#isLost = isRetryable(error) // a deadlock has undone the earlier writes, too
      if (!this.#isLost) await trx.rawQuery('ROLLBACK TO SAVEPOINT later_write')
      throw error
    }
  }

  /** Adds the last statements and commits. */
  async commit(last: (trx: Transaction) => Promise<void>) {
    const trx = this.#trx!
    await finish(trx, () => scopes.run({ trx }, () => last(trx))).finally(() => this.#end())
    await onDisk()
  }

  async rollback() {
    if (this.#trx) await undo(this.#trx).finally(() => this.#end())
  }

  #end() {
    this.#leave()
    this.#leave = () => {}
  }
}
