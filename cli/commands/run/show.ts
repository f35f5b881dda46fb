import { resultColumns } from '../../bulk.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { readJournal } from '../../journal.ts'
import { runColumns, runRow } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Journal } from '../../journal.ts'
import type { Row } from '../../output/columns.ts'

export default function runShow(context: Context): Command {
  const command = makeCommand('show', 'one bulk run with the outcome of each row', {
    examples: [{ what: 'what failed, and why', line: 'souk run show 20260131T090000-1f2e3d' }],
    jsonFields: [...runColumns.map(({ key }) => key), 'rows'],
  }).argument('<run>')
  return onRun(command, async ([name]) => {
    const journal = await readJournal(context.paths.state, name)
    const item = { ...runRow(journal), rows: rowsOf(journal) }
    const section = { title: 'Rows', rows: () => item.rows, columns: resultColumns }
    await (await context.printer()).item(item, runColumns, [section])
  })
}

function rowsOf({ plan, results }: Journal): Row[] {
  return plan.ids.map((id, index) => {
    const { outcome, code, message, label, requestId } = results.get(index) ?? { outcome: 'open' }
    return { id, outcome, label, code, message, requestId }
  }) as Row[]
}
