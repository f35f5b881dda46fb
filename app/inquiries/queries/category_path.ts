import type { Transaction } from '#core/database/write'

interface PathRow {
  id: string
  parent_id: string | null
}

/**
 * A category and those above it: a partner listed under any of them serves it. Read in the
 * transaction of the matching, not from a cache, so that a category moved a moment ago counts.
 *
 * @returns ids, and the main category at the top
 */
export async function categoryPath(
  reader: Pick<Transaction, 'rawQuery' | 'dialect'>,
  categoryId: string
): Promise<{ ids: string[]; main: string }> {
  const answer = await reader.rawQuery(
    `WITH RECURSIVE path (id, parent_id) AS (
       SELECT id, parent_id FROM categories WHERE id = ?
       UNION SELECT up.id, up.parent_id FROM categories up JOIN path ON up.id = path.parent_id
     ) SELECT id, parent_id FROM path`,
    [categoryId]
  )
  const rows: PathRow[] = reader.dialect.name === 'mysql' ? answer[0] : answer
  const main = rows.find((row) => row.parent_id === null) ?? rows[0]
  return { ids: rows.map((row) => row.id), main: main.id }
}
