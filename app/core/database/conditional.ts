/*
 * Decisions are statements: the condition stands in the WHERE, and the number of rows that the
 * statement changed is the verdict. Never read, decide, then write.
 */
import { isDuplicate } from '#core/database/driver_errors'
import { insertRows, type Client } from '#core/database/statements'
import type { Transaction } from '#core/database/write'

type Values = Record<string, unknown>

interface Updatable {
  update(values: Values): PromiseLike<unknown>
}

/** Runs a conditional update and tells whether it changed exactly one row. */
export async function changedOne(query: Updatable, values: Values): Promise<boolean> {
  return Number(await query.update(values)) === 1
}

/** Deletes by a query and tells how many rows went. */
export async function deleted(query: { delete(): PromiseLike<unknown> }): Promise<number> {
  return Number(await query.delete())
}

/**
 * Inserts a row unless one with the same unique key exists; tells whether it did. Safe under
 * concurrency on both databases, and does not spoil the surrounding transaction.
 */
export async function insertedOnce(client: Client, table: string, row: Values): Promise<boolean> {
  try {
    await insertRows(client, table, [row])
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** The same for a row whose key the database counts up. @returns its id; null: it was there already */
export async function insertedId(
  trx: Transaction,
  table: string,
  row: Values
): Promise<number | null> {
  try {
    return await insertRows(trx, table, [row])
  } catch (error) {
    if (isDuplicate(error)) return null
    throw error
  }
}
