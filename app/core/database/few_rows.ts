/*
 * Lists with many filters walk the index of their sort until a page is full, which is slow when a
 * filter leaves almost nothing. So the filters are counted first, each by its own index and only up
 * to a limit: if one of them leaves few rows, these are read and sorted instead (docs/adr/0008).
 */
import db from '@adonisjs/lucid/services/db'

/** A filter as a question that an index answers by itself: the ids of its rows. */
export interface Narrowing {
  filter: string
  /** selects one column `id`, perhaps the same one twice; a LIMIT can follow */
  sql: string
  bindings: (string | number)[]
}

/** so many are read by id and sorted in a few milliseconds, on both databases */
const FEW = 1000

/** The filter that leaves the fewest rows, if it leaves few. One query for all filters. */
export async function fewestOf(narrowings: Narrowing[]): Promise<Narrowing | undefined> {
  if (narrowings.length === 0) return undefined
  const counts = narrowings.map(
    ({ sql }, index) => `(SELECT COUNT(*) FROM (${sql} LIMIT ${FEW + 1}) AS some) AS n${index}`
  )
  const answer = await db.rawQuery(
    `SELECT ${counts.join(', ')}`,
    narrowings.flatMap(({ bindings }) => bindings)
  )
  const row = (isMysql() ? answer[0] : answer)[0]
  const sized = narrowings.map((narrowing, index) => ({
    narrowing,
    size: Number(row[`n${index}`]),
  }))
  const [smallest] = sized.toSorted((a, b) => a.size - b.size)
  return smallest.size > FEW ? undefined : smallest.narrowing
}

/** What follows FROM, with its bindings. */
export interface TableSource {
  sql: string
  bindings: (string | number)[]
}

/**
 * A table read from these few by their ids: the join is in this order, and by this index, whatever
 * an optimizer guesses.
 *
 * @param hasWords the query also asks for words: MySQL refuses a MATCH on a table whose FULLTEXT
 * index it was told not to use
 */
export function fromFew(table: string, few: Narrowing, hasWords: boolean): TableSource {
  const primary = isMysql() ? 'PRIMARY' : `sqlite_autoindex_${table}_1`
  const rows = hasWords && isMysql() ? table : byIndex(table, primary)
  return {
    sql: `(SELECT DISTINCT id FROM (${few.sql}) AS found) AS few
      ${nextTo()} ${rows} ON ${table}.id = few.id`,
    bindings: few.bindings,
  }
}

/** A join in the order in which it is written. */
export function nextTo(): string {
  return isMysql() ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
}

/** A table read by one of its indexes and no other. */
export function byIndex(table: string, name: string): string {
  return `${table} ${isMysql() ? `FORCE INDEX (${name})` : `INDEXED BY ${name}`}`
}

export function isMysql(): boolean {
  return db.connection().dialect.name === 'mysql'
}
