/*
 * Columns are data: a command names the members of a row and the printer does the rest.
 */
import { UsageError } from '../errors.ts'
import { suggest } from '../suggest.ts'
import { valueAt } from './values.ts'

export type Row = Record<string, unknown>

export interface Column {
  /** Member of the row, dotted for a nested one: `location.city`. */
  key: string
  /** Head of the column; the key in capitals when absent. */
  title?: string
  /** Ids are never cut, wrapped or left out. */
  id?: boolean
  /** Only under `--wide`. */
  wide?: boolean
  /** For a value that no single member holds. */
  value?: (row: Row) => unknown
}

export function columnTitle(column: Column): string {
  const key = column.title ?? column.key.split('.').at(-1)!
  return key.replace(/([a-z])([A-Z])/g, '$1 $2').toUpperCase()
}

export function columnValue(column: Column, row: Row): unknown {
  return column.value ? column.value(row) : valueAt(row, column.key)
}

/** The columns to print: the wanted ones in the wanted order, else the usual ones. */
export function pickColumns(
  columns: Column[],
  wanted: string[] | undefined,
  wide: boolean | undefined,
  rows: Row[]
): Column[] {
  if (!wanted) return columns.filter((column) => wide || !column.wide)
  checkNames('column', wanted, knownNames(columns, rows))
  return wanted.map((name) => columns.find((column) => column.key === name) ?? { key: name })
}

/** Names that `--columns` and `--fields` accept: the declared ones and those the answer has. */
export function knownNames(columns: Column[], rows: Row[]): string[] {
  return [
    ...new Set([
      ...columns.map((column) => column.key),
      ...rows.slice(0, 100).flatMap((row) => (row ? Object.keys(row) : [])),
    ]),
  ]
}

/** Throws for a name nobody knows; of a dotted name only the head has to be known. */
export function checkNames(kind: 'column' | 'field', wanted: string[], known: string[]): void {
  const heads = new Set(known.flatMap((name) => [name, name.split('.')[0]]))
  const unknown = wanted.filter((name) => !heads.has(name) && !heads.has(name.split('.')[0]))
  if (unknown.length === 0) return
  const guess = suggest(unknown[0], known)
  throw new UsageError(`unknown ${kind} ${unknown.join(', ')}; there are: ${known.join(', ')}`, {
    code: `unknown_${kind}`,
    hint: guess ? `did you mean ${guess}?` : undefined,
  })
}
