import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'

const BATCH = 200

/**
 * The ids of rows whose time has come, earliest first, read in keyset batches: a row that its
 * handler leaves as it is does not come again, and nothing is held open in between. Wants an index
 * over the condition's columns, the column of the time, and id.
 *
 * @param column the column that tells when (epoch ms)
 * @param where an equality on other columns
 */
export async function* dueRows(
  table: string,
  column: string,
  where: Record<string, string>
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
