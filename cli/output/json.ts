import { cleanJson } from './clean.ts'
import { valueAt } from './values.ts'
import type { Row } from './columns.ts'

/** Indented JSON with a final newline. */
export function jsonText(value: unknown): string {
  return `${cleanJson(JSON.stringify(value, null, 2) ?? 'null')}\n`
}

/** The same on one line. */
export function jsonLine(value: unknown): string {
  return `${cleanJson(JSON.stringify(value) ?? 'null')}\n`
}

/** Only the wanted fields; a dotted name makes a member of that name. */
export function project(row: Row, fields: string[] | undefined): Row {
  if (!fields) return row
  return Object.fromEntries(
    fields.map((field) => [field, field in row ? row[field] : (valueAt(row, field) ?? null)])
  )
}
