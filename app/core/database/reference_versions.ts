/*
 * A number per set of reference data that every change raises. A process that holds such data in
 * memory asks for the number now and then, and reads the data again only when it moved.
 */
import { changedOne, insertedOnce } from '#core/database/conditional'
import { rowOf } from '#core/database/statements'
import { currentTransaction, type Transaction } from '#core/database/write'
import db from '@adonisjs/lucid/services/db'

/** The present version; 0 when nothing was ever stored under this name. */
export async function versionOf(name: string): Promise<number> {
  const sql = 'SELECT version FROM reference_versions WHERE name = ?'
  const row = await rowOf(currentTransaction() ?? db, sql, name)
  return row ? Number(row.version) : 0
}

/**
 * Marks the data as changed. The row stays locked until the transaction ends, so whoever raises the
 * version first thing has the set to itself: that is how rules about the whole set are kept.
 */
export async function raiseVersion(trx: Transaction, name: string) {
  if (await raised(trx, name)) return
  const isFirst = await insertedOnce(trx, 'reference_versions', { name, version: 1 })
  if (!isFirst) await raised(trx, name)
}

function raised(trx: Transaction, name: string): Promise<boolean> {
  const row = trx.from('reference_versions').where({ name })
  return changedOne(row, { version: trx.raw('version + 1') })
}
