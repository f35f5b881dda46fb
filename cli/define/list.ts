import { Option } from 'commander'
import { pathWithId } from '../ids.ts'
import { addListFlags } from '../options.ts'
import { columnValue } from '../output/columns.ts'
import { listPages } from '../paging.ts'
import { rememberIds } from '../recent_ids.ts'
import { makeCommand, onRun } from './command.ts'
import type { Context } from '../context.ts'
import type { ListMeta, Query } from '../http.ts'
import type { ListFlags } from '../options.ts'
import type { Column, Row } from '../output/columns.ts'
import type { Example, Verb } from './command.ts'

/** A flag that becomes a parameter of the query. */
export interface Filter {
  flags: string
  description: string
  choices?: string[]
  default?: string
  /** Name in the query; the flag's own name in camelCase when absent. */
  param?: string
  parse?: (text: string) => unknown
  /** What the API calls a choice, where it has another word for it. */
  sentAs?: Record<string, string>
}

export interface ListSpec {
  /** `list` unless said otherwise. */
  name?: string
  summary: string
  permission?: string
  /** Name of the id argument, for a list that belongs to one object: `partner-id`. */
  argument?: string
  /** Name of an argument that goes into the query, for a search: `text`. */
  word?: { argument: string; param: string }
  /** With `:id` where the argument goes. */
  path: string
  columns: Column[]
  filters?: Filter[]
  /** What of the query several flags make together: an amount has the decimals of its currency. */
  together?: (query: Query) => Query
  /** Fields of the JSON that no column shows. */
  moreFields?: string[]
  /** What the first page says of the whole, told to people on stderr. */
  notes?: (meta: ListMeta) => string[]
  examples: Example[]
}

/** A verb that reads a list page by page. */
export function defineList(spec: ListSpec): Verb {
  return (context) => {
    const command = makeCommand(spec.name ?? 'list', spec.summary, {
      examples: spec.examples,
      jsonFields: fieldNames(spec.columns, spec.moreFields),
      permission: spec.permission,
    })
    for (const filter of spec.filters ?? []) command.addOption(filterOption(filter))
    addListFlags(command)
    const argument = spec.argument ?? spec.word?.argument
    if (argument) command.argument(`<${argument}>`)
    return onRun<ListFlags & Record<string, unknown>>(command, async ([given], flags) => {
      const path = spec.argument ? pathWithId(spec.path, given) : spec.path
      const query = queryOf(spec.filters ?? [], flags)
      if (spec.word) query[spec.word.param] = given
      Object.assign(query, spec.together?.(query))
      await printList(context, { ...spec, path }, query, flags)
    })
  }
}

/** Top-level JSON fields that the columns and the extra names stand for. */
export function fieldNames(columns: Column[], more: string[] = []): string[] {
  return [...new Set([...columns.map((column) => column.key.split('.')[0]), ...more])]
}

async function printList(
  context: Context,
  spec: ListSpec,
  query: Query,
  flags: ListFlags
): Promise<void> {
  const printer = await context.printer()
  let first: ListMeta | undefined
  const listed = listPages(context, spec.path, query, flags, (meta) => (first ??= meta))
  const pages = rememberingIds(context, spec, listed)
  let empty = true
  const counted = async function* () {
    for await (const page of pages) {
      if (page.length > 0) empty = false
      yield page
    }
  }
  await printer.list(counted(), spec.columns)
  if (printer.mode !== 'table') return
  if (empty) context.talk.note('nothing found')
  for (const note of spec.notes?.(first ?? {}) ?? []) context.talk.note(note)
}

async function* rememberingIds(
  context: Context,
  spec: ListSpec,
  pages: AsyncIterable<Row[]>
): AsyncGenerator<Row[]> {
  const id = spec.columns.find((column) => column.id)
  for await (const page of pages) {
    if (id)
      await rememberIds(
        context,
        page.map((row) => columnValue(id, row))
      )
    yield page
  }
}

export function filterOption(filter: Filter): Option {
  const option = new Option(filter.flags, filter.description)
  if (filter.choices) option.choices(filter.choices)
  if (filter.default !== undefined) option.default(filter.default)
  if (filter.parse) option.argParser(filter.parse)
  return option
}

export function queryOf(filters: Filter[], flags: Record<string, unknown>): Query {
  return Object.fromEntries(
    filters.map((filter) => {
      const name = filterOption(filter).attributeName()
      const value = flags[name]
      return [filter.param ?? name, filter.sentAs?.[String(value)] ?? value]
    })
  ) as Query
}
