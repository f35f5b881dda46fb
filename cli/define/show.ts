import { pathWithId } from '../ids.ts'
import { makeCommand, onRun } from './command.ts'
import { fieldNames } from './list.ts'
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
    }).argument(`<${spec.argument}>`)
    return onRun(command, async ([id]) => {
      const [http, printer] = [await context.http(), await context.printer()]
      const path = typeof spec.path === 'string' ? spec.path : spec.path(id)
      const data = await http.get<Row>(pathWithId(path, id))
      await printer.item(spec.pick?.(data) ?? data, spec.columns, spec.sections)
    })
  }
}
