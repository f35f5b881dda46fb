import { Option } from 'commander'
import { pathWithId } from '../ids.ts'
import { addListFlags } from '../options.ts'
import { columnValue } from '../output/columns.ts'
import { listPages } from '../paging.ts'
import { rememberIds } from '../recent_ids.ts'
import { makeCommand, onRun } from './command.ts'
import type { Command } from 'commander'
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
  /** Another flag for the same, which help does not show: `--buyer <id>`. */
  alias?: string
  default?: string
  /** Name in the query; the flag's own name in camelCase when absent. */
  param?: string
  parse?: (text: string) => unknown
  /**
   * What the API calls a choice, where it has other words for it: a value, or whole parameters. A
   * word that is not among the choices is understood, and not shown in help.
   */
  sentAs?: Record<string, string | Query>
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
      endpoints: [`GET ${spec.path}`],
    })
    for (const filter of spec.filters ?? []) addFilter(command, filter)
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
  const { choices, sentAs = {} } = filter
  if (choices && Object.keys(sentAs).some((word) => !choices.includes(word))) {
    const parse = option.parseArg!
    option.argParser<unknown>((text, before) => (text in sentAs ? text : parse(text, before)))
  }
  return option
}

/** The flags of a filter: its own and, hidden, the other name it has. */
export function addFilter(command: Command, filter: Filter): void {
  const option = filterOption(filter)
  command.addOption(option)
  if (filter.alias === undefined) return
  const other = filterOption({ ...filter, flags: filter.alias, default: undefined })
  command.addOption(other.hideHelp().conflicts(option.attributeName()))
}

/** What was given under either name. */
export function givenTo(filter: Filter, flags: Record<string, unknown>): unknown {
  const [name, alias] = [filter.flags, filter.alias ?? filter.flags].map((text) =>
    new Option(text).attributeName()
  )
  return flags[alias] ?? flags[name]
}

export function queryOf(filters: Filter[], flags: Record<string, unknown>): Query {
  const query: Query = {}
  for (const filter of filters) {
    const value = givenTo(filter, flags)
    const sent = filter.sentAs?.[String(value)]
    const param = filter.param ?? new Option(filter.flags).attributeName()
    Object.assign(query, typeof sent === 'object' ? sent : { [param]: sent ?? value })
  }
  return query
}
