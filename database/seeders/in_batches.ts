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

const REPORT_EVERY = 10_000

/** Makes `count` of something in batches of `size`, telling about every ten thousand how far it is. */
export async function makeInBatches(
  { count, size }: { count: number; size: number },
  make: (from: number, to: number) => Promise<void>,
  report: (done: number) => void
) {
  for (let done = 0; done < count;) {
    const to = Math.min(count, done + size)
    await make(done, to)
    if (to % REPORT_EVERY < size || to === count) report(to)
    done = to
  }
}
