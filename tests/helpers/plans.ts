import db from '@adonisjs/lucid/services/db'

interface Explainable {
  toSQL(): { sql: string; bindings?: readonly unknown[] }
}

export const isSqlite = () => db.connection().dialect.name.includes('sqlite')

/** What the database means to do, as text; with fresh statistics on MySQL. */
export async function planOf(table: string, query: Explainable): Promise<string> {
  const { sql, bindings } = query.toSQL()
  if (!isSqlite()) await db.rawQuery(`ANALYZE TABLE ${table}`)
  const explain = isSqlite() ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'
  return JSON.stringify(await db.rawQuery(`${explain} ${sql}`, [...(bindings ?? [])] as any[]))
}
