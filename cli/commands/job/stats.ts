import { makeCommand, onRun } from '../../define/command.ts'
import { PERMISSION, queuesOf } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column } from '../../output/columns.ts'

const columns: Column[] = [
  { key: 'queue', id: true },
  { key: 'waiting' },
  { key: 'active' },
  { key: 'delayed' },
  { key: 'failed' },
]

/** How much is left to do in each queue. */
export default function jobStats(context: Context): Command {
  const command = makeCommand('stats', 'how many jobs of each queue are unfinished', {
    examples: [
      { what: 'every queue with work left', line: 'souk job stats' },
      { what: 'has anything failed', line: "souk job stats --jq 'map(.failed) | add'" },
    ],
    jsonFields: columns.map(({ key }) => key),
    permission: PERMISSION,
  })
  return onRun(command, async () => {
    const [http, printer] = [await context.http(), await context.printer()]
    // The counts come with the list; of the list itself nothing is wanted.
    const { meta } = await http.page('/admin/jobs', { limit: 1 })
    const queues = queuesOf(meta)
    await printer.list([queues], columns)
    if (queues.length === 0 && printer.mode === 'table') context.talk.note('nothing is left to do')
  })
}
