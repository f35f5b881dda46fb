import { pathWithId } from '../ids.ts'
import { makeCommand, onRun } from './command.ts'
import { fieldNames } from './list.ts'
import { LARGEST_PAGE } from '../paging.ts'
import type { HttpClient, ListMeta } from '../http.ts'
import type { Column, Row } from '../output/columns.ts'
import type { Section } from '../output/printer.ts'
import type { Example, Verb } from './command.ts'

export interface ShowSpec {
  /** `show` unless said otherwise. */
  name?: string
  summary: string
  permission?: string
  /** Name of the id argument: `partner-id`. */
  argument: string
  /** Path with `:id`; made from the id where its kind decides. */
  path: string | ((id: string) => string)
  /** Member of the object that comes page by page, and is wanted whole. */
  paged?: string
  /** The object to show in the `data` of the answer, when it is not all of it. */
  pick?: (data: Row) => Row
  columns: Column[]
  sections?: Section[]
  moreFields?: string[]
  examples: Example[]
}

/** A verb that reads one object. */
export function defineShow(spec: ShowSpec): Verb {
  return (context) => {
    const command = makeCommand(spec.name ?? 'show', spec.summary, {
      examples: spec.examples,
      jsonFields: fieldNames(spec.columns, spec.moreFields),
      permission: spec.permission,
      endpoints: typeof spec.path === 'string' ? [`GET ${spec.path}`] : undefined,
    }).argument(`<${spec.argument}>`)
    return onRun(command, async ([id]) => {
      const [http, printer] = [await context.http(), await context.printer()]
      const path = typeof spec.path === 'string' ? spec.path : spec.path(id)
      const data = spec.paged
        ? await readWhole(http, pathWithId(path, id), spec.paged)
        : await http.get<Row>(pathWithId(path, id))
      await printer.item(spec.pick?.(data) ?? data, spec.columns, spec.sections)
    })
  }
}

/** One object, with every page of one of its lists. */
async function readWhole(http: HttpClient, path: string, member: string): Promise<Row> {
  const rows: unknown[] = []
  let cursor: string | undefined
  while (true) {
    const { body } = await http.send({ path, query: { limit: LARGEST_PAGE, cursor } })
    const { data, meta } = body as { data: Row; meta?: ListMeta }
    rows.push(...((data[member] as unknown[] | undefined) ?? []))
    const next = meta?.nextCursor ?? undefined
    if (next === undefined || next === cursor) return { ...data, [member]: rows }
    cursor = next
  }
}
