/*
 * Keyset pages: a page begins after the last row of the one before, named by the values it was
 * sorted by. The cost of a page does not grow with its number, and rows added meanwhile neither
 * repeat nor hide others.
 */
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { InvalidCursor } from '#core/errors'

export interface PageRequest {
  /** 1 to 100 */
  limit: number
  /** the meta.nextCursor of the page before */
  cursor?: string
  /** says how many rows there are in all, where that is cheap: see `total` of a page */
  count?: boolean
}

/** Rows are counted up to here; a longer list has no total. */
const COUNTED = 10_000

export interface PageMeta {
  /** goes into ?cursor= of the next page; null on the last one */
  nextCursor: string | null
  limit: number
  /** only with ?count=true */
  total?: number
}

export interface Page<Row> {
  rows: Row[]
  meta: PageMeta
}

export interface SortKey<Row> {
  /** qualified column */
  column: string
  direction: 'asc' | 'desc'
  /** the value of that column in a row of the answer */
  valueOf(row: Row): string | number
}

/**
 * Cuts one keyset page out of a query.
 *
 * @param query an unsorted query; the sort is added here. The last key must be unique.
 * @param keys the sort; NOT NULL columns, all in the same direction (so that one index serves it)
 * @throws InvalidCursor (400) for a cursor that was not made by this list
 */
export async function keysetPage<Row>(
  query: DatabaseQueryBuilderContract<Row>,
  request: PageRequest,
  keys: SortKey<Row>[]
): Promise<Page<Row>> {
  return mergedPage([query], request, keys)
}

/**
 * The same over several queries whose rows make up one list, each served by its own range of an
 * index, where a single query would have to sort them all.
 *
 * @throws InvalidCursor (400) for a cursor that was not made by this list
 */
export async function mergedPage<Row>(
  queries: DatabaseQueryBuilderContract<Row>[],
  request: PageRequest,
  keys: SortKey<Row>[]
): Promise<Page<Row>> {
  const after = request.cursor ? decodeCursor(request.cursor, keys.length) : undefined
  const total = request.count ? await countUpTo(COUNTED, queries) : undefined
  const found: Row[] = []
  for (const query of queries) {
    if (after) startAfter(query, after, keys)
    for (const key of keys) query.orderBy(key.column, key.direction)
    found.push(...((await query.limit(request.limit + 1)) as Row[]))
  }
  if (queries.length > 1) found.sort(comparing(keys))
  const rows = found.slice(0, request.limit)
  const hasMore = found.length > request.limit
  const nextCursor = hasMore ? encodeCursor(keys.map((key) => key.valueOf(rows.at(-1)!))) : null
  return { rows, meta: { nextCursor, limit: request.limit, total } }
}

/** How many rows the queries have together; undefined when there are more than `most`. */
async function countUpTo(most: number, queries: DatabaseQueryBuilderContract<any>[]) {
  let total = 0
  for (const query of queries) {
    const some = query
      .clone()
      .clearSelect()
      .select(query.client.raw('1'))
      .limit(most + 1)
    const [row] = await query.client.query().from(some.as('matching')).count('* as total')
    total += Number(row.total)
  }
  return total > most ? undefined : total
}

function comparing<Row>(keys: SortKey<Row>[]) {
  const sign = keys[0].direction === 'asc' ? 1 : -1
  return (one: Row, other: Row) => {
    const key = keys.find(({ valueOf }) => valueOf(one) !== valueOf(other))
    if (!key) return 0
    return key.valueOf(one) < key.valueOf(other) ? -sign : sign
  }
}

/**
 * The same for rows that are in memory already, sorted by `valueOf` ascending: for lists whose order
 * no index has (a distance), cut small by other means.
 *
 * @throws InvalidCursor (400) for a cursor that was not made by this list
 */
export function pageOfRows<Row>(
  rows: Row[],
  request: PageRequest,
  valueOf: (row: Row) => [sort: number, id: string]
): Page<Row> {
  const after = request.cursor ? decodeCursor(request.cursor, 2) : undefined
  const isAfter = (row: Row) => {
    if (!after) return true
    const [sort, id] = valueOf(row)
    return sort > Number(after[0]) || (sort === after[0] && id > String(after[1]))
  }
  const found = rows.filter(isAfter)
  const shown = found.slice(0, request.limit)
  const hasMore = found.length > request.limit
  const nextCursor = hasMore ? encodeCursor(valueOf(shown.at(-1)!)) : null
  const total = request.count ? rows.length : undefined
  return { rows: shown, meta: { nextCursor, limit: request.limit, total } }
}

/**
 * (a, b, c) > (x, y, z), spelled so that both databases use a range on an index over (a, b, c).
 * SQLite does for the row as it is, and would read all rows that are equal in `a` otherwise; MySQL
 * does for the alternatives, hence the redundant first bound.
 */
function startAfter<Row>(
  query: DatabaseQueryBuilderContract<Row>,
  values: (string | number)[],
  keys: SortKey<Row>[]
) {
  const operator = keys[0].direction === 'asc' ? '>' : '<'
  if (keys.length === 1) return query.where(keys[0].column, operator, values[0])
  if (query.client.dialect.name !== 'mysql') {
    const columns = keys.map((key) => key.column).join(', ')
    const marks = keys.map(() => '?').join(', ')
    return query.whereRaw(`(${columns}) ${operator} (${marks})`, values)
  }
  query.where(keys[0].column, `${operator}=`, values[0])
  query.where((outer) => {
    keys.forEach((key, depth) => {
      outer.orWhere((inner) => {
        for (let i = 0; i < depth; i++) inner.where(keys[i].column, values[i])
        inner.where(key.column, operator, values[depth])
      })
    })
  })
}

function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isOurs =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string' || Number.isFinite(value))
    if (isOurs) return values as (string | number)[]
  } catch {
    // not base64 of JSON: answered below like any other foreign cursor
  }
  throw new InvalidCursor()
}
