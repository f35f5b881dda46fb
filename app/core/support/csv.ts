/*
 * CSV for people who open it in a spreadsheet: no cell of it is taken for a formula.
 */
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\0]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Text that could be run gets an apostrophe in front; a negative number stays a number. */
export function harmless(cell: Cell): Cell {
  if (typeof cell !== 'string' || !FORMULA.test(cell) || NUMBER.test(cell)) return cell
  return `'${cell}`
}

/** One or more records as text, each ended by a line break (CRLF, RFC 4180). */
export function csvRecords(records: Cell[][]): string {
  return stringify(
    records.map((record) => record.map(harmless)),
    // a lone line feed is quoted, too: many readers take it for the end of a record
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ }
  )
}

/**
 * A CSV file as a stream: the next batch is only read once the one before has been taken, so its
 * memory does not grow with its length. It is destroyed when the reader goes away.
 */
export function csvStream(header: string[], batches: AsyncIterable<Cell[][]>): Readable {
  async function* text() {
    yield csvRecords([header])
    for await (const batch of batches) if (batch.length > 0) yield csvRecords(batch)
  }
  return Readable.from(text(), { objectMode: false })
}
