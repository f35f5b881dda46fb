import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'

const BATCH = 200

/**
 * The ids of rows whose time has come, earliest first, read in keyset batches: a row that its
 * handler leaves as it is does not come again, and nothing is held open in between. Wants an index
 * over the condition's columns, the column of the time, and id.
 *
 * @param column the column that tells when (epoch ms)
 * @param where an equality on other columns, if any
 */
export async function* dueRows(
  table: string,
  column: string,
  where: Record<string, string> = {}
): AsyncGenerator<string> {
  const now = clock.now()
  let last = { at: 0, id: '' }
  for (;;) {
    const due: { at: number; id: string }[] = await db
      .from(table)
      .where(where)
      .where(column, '<=', now)
      .where(column, '>=', last.at)
      .where((rest) =>
        rest
          .where(column, '>', last.at)
          .orWhere((same) => same.where(column, last.at).where('id', '>', last.id))
      )
      .orderBy(column)
      .orderBy('id')
      .limit(BATCH)
      .select(`${column} as at`, 'id')
    if (due.length === 0) return
    for (const { id } of due) yield id
    last = due.at(-1)!
  }
}

/**
 * Handles every row of `table` whose `poll_at` has come. One that fails does not hold up the others:
 * the log names it, and it comes again in the next run.
 *
 * @param what it is, for the log
 */
export async function pollDue(
  table: string,
  what: string,
  handle: (id: string) => Promise<unknown>
) {
  for await (const id of dueRows(table, 'poll_at')) {
    try {
      await handle(id)
    } catch (error) {
      logger.warn({ [what]: id, err: String(error) }, `${what} could not be polled`)
    }
  }
}
