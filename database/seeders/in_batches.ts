import type { Transaction } from '#core/database/write'

/** SQLite takes at most 500 rows in one INSERT. */
const BATCH = 250

/** Inserts many rows of the same shape with few statements. */
export async function insertInBatches(trx: Transaction, table: string, rows: object[]) {
  for (let from = 0; from < rows.length; from += BATCH)
    await trx
      .insertQuery()
      .table(table)
      .multiInsert(rows.slice(from, from + BATCH))
}
