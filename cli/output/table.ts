/*
 * Tables for people. Ids are whole whatever the width; when there is no room the last columns go
 * first, then text is cut. The layout is made from the first rows, so that long lists can stream.
 */
import { cleanLine } from './clean.ts'
import { columnTitle, columnValue } from './columns.ts'
import { humanText } from './values.ts'
import { cutToWidth, padToWidth, textWidth } from './width.ts'
import type { Column, Row } from './columns.ts'
import type { TimeStyle } from './values.ts'

const GAP = 2
const LEAST_WIDTH = 8

export interface TableOptions {
  width: number
  /** Nothing is cut or left out. */
  wide: boolean
  time: TimeStyle
  styleHead: (text: string) => string
}

interface Placed {
  column: Column
  width: number
  right: boolean
}

/** A table whose layout is settled; rows can follow one page at a time. */
export class Table {
  #placed: Placed[]
  #options: TableOptions

  constructor(columns: Column[], sample: Row[], options: TableOptions) {
    this.#options = options
    const measured = columns.map((column) => this.#measure(column, sample))
    this.#placed = options.wide ? measured : fit(measured, options.width)
  }

  head(): string {
    const cells = this.#placed.map(({ column, width, right }) =>
      padToWidth(cutToWidth(columnTitle(column), width), width, right ? 'left' : 'right')
    )
    return `${this.#options.styleHead(cells.join(' '.repeat(GAP)).trimEnd())}\n`
  }

  row(row: Row): string {
    const cells = this.#placed.map(({ column, width, right }) => {
      const text = this.#text(column, row)
      const shown = column.id || this.#options.wide ? text : cutToWidth(text, width)
      return padToWidth(shown, width, right ? 'left' : 'right')
    })
    return `${cells.join(' '.repeat(GAP)).trimEnd()}\n`
  }

  #measure(column: Column, sample: Row[]): Placed {
    const widths = sample.map((row) => textWidth(this.#text(column, row)))
    const values = sample.map((row) => columnValue(column, row)).filter((value) => value !== null)
    return {
      column,
      // Not Math.max(...widths): a page may hold more rows than a call takes arguments.
      width: widths.reduce((most, width) => Math.max(most, width), textWidth(columnTitle(column))),
      right: values.length > 0 && values.every((value) => typeof value === 'number'),
    }
  }

  #text(column: Column, row: Row): string {
    return cleanLine(humanText(columnValue(column, row), this.#options.time))
  }
}

function fit(columns: Placed[], width: number): Placed[] {
  const kept = [...columns]
  const total = (placed: Placed[]) =>
    placed.reduce((sum, column) => sum + column.width, GAP * (placed.length - 1))
  const least = (placed: Placed[]) =>
    total(
      placed.map((entry) => ({
        ...entry,
        width: entry.column.id ? entry.width : Math.min(entry.width, LEAST_WIDTH),
      }))
    )

  while (least(kept) > width) {
    const last = kept.findLastIndex((entry) => !entry.column.id)
    if (last === -1 || kept.length === 1) break
    kept.splice(last, 1)
  }

  let excess = total(kept) - width
  while (excess > 0) {
    const widest = kept
      .filter((entry) => !entry.column.id && entry.width > LEAST_WIDTH)
      .sort((one, other) => other.width - one.width)[0]
    if (!widest) break
    const next = kept.filter((entry) => entry !== widest && !entry.column.id)
    const second = Math.max(LEAST_WIDTH, ...next.map((entry) => entry.width))
    const cut = Math.min(excess, Math.max(1, widest.width - second))
    widest.width -= cut
    excess -= cut
  }
  return kept
}
