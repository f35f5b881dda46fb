import { makeCommand, onRun } from '../../define/command.ts'
import { listJournals } from '../../journal.ts'
import { runColumns, runRow } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function runList(context: Context): Command {
  const command = makeCommand('list', 'bulk runs, newest first', {
    examples: [
      { what: 'what was left unfinished', line: "souk run list --jq '.[] | select(.open > 0)'" },
    ],
    jsonFields: runColumns.map(({ key }) => key),
  })
  return onRun(command, async () => {
    const journals = await listJournals(context.paths.state)
    await (await context.printer()).list([journals.map(runRow)], runColumns)
  })
}
