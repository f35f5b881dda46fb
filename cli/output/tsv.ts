/*
 * Tab-separated values for pipes: every row has the same number of tabs, whatever its text holds.
 */
import { columnValue } from './columns.ts'
import { exactText } from './values.ts'
import type { Column, Row } from './columns.ts'

/** One cell: exact text with tab, newline and backslash written as \t, \n and \\. */
export function tsvCell(value: unknown): string {
  return exactText(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}

export function tsvRow(columns: Column[], row: Row): string {
  return `${columns.map((column) => tsvCell(columnValue(column, row))).join('\t')}\n`
}
