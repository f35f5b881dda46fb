/*
 * Prints what a command found, in the form that was asked for: a table on a terminal, TSV in a
 * pipe, or JSON, one JSON object a line, a jq result, a template. One shape everywhere: a list is
 * an array, anything else an object.
 */
import { UsageError } from '../errors.ts'
import { cleanText } from './clean.ts'
import { checkNames, columnTitle, columnValue, knownNames, pickColumns } from './columns.ts'
import { Template } from './format.ts'
import { jsonLine, jsonText, project } from './json.ts'
import { Table } from './table.ts'
import { tsvCell, tsvRow } from './tsv.ts'
import { humanText } from './values.ts'
import { padToWidth, textWidth } from './width.ts'
import type { GlobalFlags } from '../options.ts'
import type { DataOutput, Sink } from '../terminal.ts'
import type { Column, Row } from './columns.ts'
import type { TimeStyle } from './values.ts'

export type Mode = 'table' | 'tsv' | 'json' | 'ndjson' | 'jq' | 'format'

/** A part of an object that is a list of its own, such as the documents of a submission. */
export interface Section {
  title: string
  rows: (item: Row) => Row[]
  columns: Column[]
}

interface Options {
  flags: GlobalFlags
  out: DataOutput
  env: NodeJS.ProcessEnv
  time: TimeStyle
  configuredPager: string | undefined
}

/** The form the flags ask for; flags that contradict each other are a usage error. */
export function outputMode(flags: GlobalFlags, isTTY: boolean): Mode {
  const chosen = [
    flags.ndjson ? '--ndjson' : '',
    flags.jq === undefined ? '' : '--jq',
    flags.format === undefined ? '' : '--format',
  ].filter(Boolean)
  if (flags.json && flags.format !== undefined) chosen.unshift('--json')
  if (chosen.length > 1) throw new UsageError(`${chosen.join(' and ')} exclude each other`)
  if (flags.ndjson) return 'ndjson'
  if (flags.jq !== undefined) return 'jq'
  if (flags.format !== undefined) return 'format'
  if (flags.json || flags.fields) return 'json'
  return isTTY ? 'table' : 'tsv'
}

export class Printer {
  readonly mode: Mode
  #options: Options

  constructor(options: Options) {
    this.#options = options
    this.mode = outputMode(options.flags, options.out.isTTY)
  }

  /** How times are told to people. */
  get time(): TimeStyle {
    return this.#options.time
  }

  /** True when a program reads the output as JSON. */
  get isJson(): boolean {
    return this.mode === 'json' || this.mode === 'ndjson' || this.mode === 'jq'
  }

  /**
   * Prints rows that come page by page. `humanLine` replaces the table for rows that are told one
   * by one and know nothing of each other's width.
   */
  async list(
    pages: AsyncIterable<Row[]> | Iterable<Row[]>,
    columns: Column[],
    humanLine?: (row: Row) => string
  ): Promise<void> {
    if (this.mode === 'json' || this.mode === 'jq') {
      const rows: Row[] = []
      for await (const page of pages) rows.push(...page)
      this.#checkFields(columns, rows)
      return this.#whole(rows.map((row) => project(row, this.#options.flags.fields)))
    }
    if (this.mode === 'table' && !humanLine) return this.#table(pages, columns)

    let first = true
    let line: ((row: Row) => string) | undefined
    for await (const page of pages) {
      // Names are checked on the first page even when it is empty: a typo is a typo.
      if (first) line = this.mode === 'table' ? humanLine : this.#lineMaker(columns, page)
      first = false
      if (page.length > 0) await this.#options.out.write(page.map(line!).join(''))
    }
  }

  /** Prints one object: its fields below each other, then the lists it contains. */
  async item(item: Row, columns: Column[], sections: Section[] = []): Promise<void> {
    const { flags, out } = this.#options
    if (this.isJson) {
      this.#checkFields(columns, [item])
      const shown = project(item, flags.fields)
      return this.mode === 'ndjson' ? out.write(jsonLine(shown)) : this.#whole(shown)
    }
    if (this.mode === 'format') return out.write(this.#lineMaker(columns, [item])(item))

    const shown = pickColumns(columns, flags.columns, flags.wide, [item])
    if (this.mode === 'tsv') return out.write(tsvItem(shown, item, sections))
    await out.write(this.#vertical(shown, item))
    for (const section of sections) await this.#section(section, item)
  }

  /** Prints a JSON value that has no columns, such as a raw answer of the API. */
  async value(value: unknown): Promise<void> {
    const { flags, out } = this.#options
    if (this.mode === 'format') return this.#format(value)
    if (this.mode === 'ndjson') {
      const entries = Array.isArray(value) ? value : [value]
      return out.write(entries.map(jsonLine).join(''))
    }
    if (!flags.fields) return this.#whole(value)
    const rows = (Array.isArray(value) ? value : [value]) as Row[]
    checkNames('field', flags.fields, knownNames([], rows))
    const shown = rows.map((row) => project(row, flags.fields))
    return this.#whole(Array.isArray(value) ? shown : shown[0])
  }

  /** Text for a person, when no program reads along. */
  async text(text: string): Promise<void> {
    await this.#options.out.write(text)
  }

  async #whole(value: unknown): Promise<void> {
    const { flags, out } = this.#options
    if (flags.jq === undefined) return out.write(jsonText(value))
    const { runJq } = await import('./jq.ts')
    await out.write(await runJq(value, flags.jq))
  }

  async #format(value: unknown): Promise<void> {
    const rows = (Array.isArray(value) ? value : [value]) as Row[]
    const line = this.#lineMaker([], rows)
    await this.#options.out.write(rows.map(line).join(''))
  }

  #checkFields(columns: Column[], rows: Row[]): void {
    const { fields } = this.#options.flags
    if (fields) checkNames('field', fields, knownNames(columns, rows))
  }

  #lineMaker(columns: Column[], sample: Row[]): (row: Row) => string {
    const { flags } = this.#options
    if (this.mode === 'ndjson') {
      this.#checkFields(columns, sample)
      return (row) => jsonLine(project(row, flags.fields))
    }
    if (this.mode === 'format') {
      const template = new Template(flags.format!)
      template.check(knownNames(columns, sample))
      return (row) => template.line(row)
    }
    const shown = pickColumns(columns, flags.columns, flags.wide, sample)
    return (row) => tsvRow(shown, row)
  }

  async #table(pages: AsyncIterable<Row[]> | Iterable<Row[]>, columns: Column[]): Promise<void> {
    const { flags, out } = this.#options
    let table: Table | undefined
    let sink: Sink & { close?: () => Promise<void> } = out
    let pending = ''
    let lines = 0
    try {
      for await (const page of pages) {
        table ??= this.#layOut(columns, page)
        if (page.length === 0) continue
        if (lines === 0 && flags.header) pending = table.head()
        pending += page.map((row) => table!.row(row)).join('')
        lines += page.length + 1
        // Short lists stay on the screen; the first page decides.
        if (sink === out && lines > out.rows) sink = await this.#openPager()
        await sink.write(pending)
        pending = ''
      }
    } finally {
      await sink.close?.()
    }
  }

  async #openPager(): Promise<Sink & { close?: () => Promise<void> }> {
    const { flags, env, out, configuredPager } = this.#options
    if (!flags.pager) return out
    const { Pager, pagerCommand } = await import('./pager.ts')
    const command = pagerCommand(env, configuredPager)
    return command ? Pager.open(command, out) : out
  }

  #layOut(columns: Column[], sample: Row[]): Table {
    const { flags, out, time } = this.#options
    return new Table(pickColumns(columns, flags.columns, flags.wide, sample), sample, {
      width: out.columns,
      wide: Boolean(flags.wide),
      time,
      styleHead: (text) => out.style('bold', text),
    })
  }

  #vertical(columns: Column[], item: Row): string {
    const { out, time } = this.#options
    const labels = columns.map((column) => columnTitle(column).toLowerCase())
    const width = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0)
    const lines = columns.map((column, index) => {
      const value = cleanText(humanText(columnValue(column, item), time))
      const continued = value.split('\n').join(`\n${' '.repeat(width + 2)}`)
      return `${out.style('dim', padToWidth(labels[index], width))}  ${continued}`.trimEnd()
    })
    return `${lines.join('\n')}\n`
  }

  async #section(section: Section, item: Row): Promise<void> {
    const { out, time } = this.#options
    const rows = section.rows(item)
    await out.write(`\n${out.style('bold', section.title)}${rows.length === 0 ? ': none' : ''}\n`)
    if (rows.length === 0) return
    const table = new Table(section.columns, rows, {
      width: out.columns,
      wide: Boolean(this.#options.flags.wide),
      time,
      styleHead: (text) => out.style('dim', text),
    })
    await out.write(table.head() + rows.map((row) => table.row(row)).join(''))
  }
}

/** Two columns, name and value; members of a section are named `documents.0.fileName`. */
function tsvItem(columns: Column[], item: Row, sections: Section[]): string {
  const lines = columns.map((column) => [column.key, columnValue(column, item)])
  for (const section of sections) {
    section.rows(item).forEach((row, index) => {
      for (const column of section.columns) {
        lines.push([
          `${section.title.toLowerCase()}.${index}.${column.key}`,
          columnValue(column, row),
        ])
      }
    })
  }
  return lines.map(([name, value]) => `${name}\t${tsvCell(value)}\n`).join('')
}
