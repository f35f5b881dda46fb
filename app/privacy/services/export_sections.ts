/*
 * What an export shows of each table, batch by batch, in the words of the API.
 */
import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { toIso } from '#core/support/clock'
import { withoutSecrets } from '#notifications/services/message_templates'
import { PersonRows } from '#privacy/queries/person_rows'
import { REGISTRY, special } from '#privacy/registry'
import { readable } from '#privacy/services/column_readers'
import { columnsIn, exportedColumns, SIDES } from '#privacy/services/registry_words'

const BATCH = 500

type WireRow = Record<string, unknown>

export interface Section {
  table: string
  /** of its files in the zip */
  name: string
  about: string
  /** each batch at most 500 rows */
  batches(): AsyncGenerator<WireRow[]>
}

/** One section for each table of the registry that is not staff's own, whether or not it has rows. */
export function sectionsOf(userId: string): Section[] {
  const rows = new PersonRows(db, userId)
  const shown = Object.entries(REGISTRY).filter(([, { isForStaff }]) => !isForStaff)
  const personal = shown.map(([table, { about }]) => ({
    table,
    name: string.camelCase(table),
    about,
    batches: () => batchesOf(table, rows),
  }))
  const others = Object.entries(special).flatMap(([table, { exported }]) => {
    if (!exported) return []
    const query = () => db.from(table).where(exported.by, userId)
    const columns = columnsIn(exported.columns)
    const batches = () => pages(table, columns, query)
    return [{ table, name: string.camelCase(table), about: exported.about, batches }]
  })
  return [...personal, ...others]
}

async function* batchesOf(table: string, rows: PersonRows): AsyncGenerator<WireRow[]> {
  for (const side of SIDES) {
    const columns = exportedColumns(REGISTRY[table], side)
    for (const query of await rows.queries(table, side)) yield* pages(table, columns, query)
  }
}

async function* pages(
  table: string,
  columns: string[],
  which: () => DatabaseQueryBuilderContract
): AsyncGenerator<WireRow[]> {
  const hasId = columns.includes('id')
  let last: { id: unknown } | undefined
  do {
    const query = which().select(columns)
    if (hasId) query.orderBy('id').limit(BATCH)
    if (last) query.where('id', '>', last.id as string)
    const rows = await query
    yield rows.map((row) => wireRow(table, row))
    last = hasId && rows.length === BATCH ? { id: rows.at(-1)!.id } : undefined
  } while (last)
}

function wireRow(table: string, row: Record<string, unknown>): WireRow {
  const entries = Object.entries(row).map(([column, value]) => [
    string.camelCase(column),
    wireValue(table, column, value),
  ])
  return Object.fromEntries(entries)
}

/** Times as ISO 8601, flags as booleans, codes and links in old messages masked. */
function wireValue(table: string, column: string, value: unknown): unknown {
  if (value === null) return null
  if (column.endsWith('_at') || column === 'editable_until') return toIso(Number(value))
  if (/^(is|has)_/.test(column)) return Boolean(Number(value))
  if (table.endsWith('_logs') && typeof value === 'string') return withoutSecrets(value)
  return readable(column, value)
}
