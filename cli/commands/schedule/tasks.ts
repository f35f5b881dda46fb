import { makeCommand, onRun } from '../../define/command.ts'
import { fieldNames } from '../../define/list.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column, Row } from '../../output/columns.ts'

const columns: Column[] = [
  { key: 'name', title: 'task', id: true },
  { key: 'schedule' },
  { key: 'nextRunAt', title: 'next run' },
  { key: 'lastRun.state', title: 'last' },
  { key: 'lastRun.period', title: 'period' },
  { key: 'lastRun.finishedAt', title: 'finished' },
  { key: 'catchUp', title: 'catch up', wide: true },
]

/** The tasks come along with the list of their runs; they have no address of their own. */
export default function scheduleTasks(context: Context): Command {
  const command = makeCommand('tasks', 'what runs by itself, when next, and how it went last', {
    examples: [
      { what: 'everything that runs by itself', line: 'souk schedule tasks' },
      { what: 'their names', line: "souk schedule tasks --format '{name}'" },
    ],
    jsonFields: fieldNames(columns),
    permission: 'system.operate',
  })
  return onRun(command, async () => {
    const [http, printer] = [await context.http(), await context.printer()]
    const { meta } = await http.page('/admin/schedule-runs', { limit: 1 })
    await printer.list([(meta as { tasks?: Row[] }).tasks ?? []], columns)
  })
}
