import { columnsFor, furtherMembers } from '../../results.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { readJournal, rowKey } from '../../journal.ts'
import { runColumns, runRow } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Journal, RowResult } from '../../journal.ts'
import type { Row } from '../../output/columns.ts'

export default function runShow(context: Context): Command {
  const command = makeCommand('show', 'one bulk run with the outcome of each row', {
    examples: [{ what: 'what failed, and why', line: 'souk run show 20260131T090000-1f2e3d' }],
    jsonFields: [...runColumns.map(({ key }) => key), 'rows'],
  }).argument('<run>')
  return onRun(command, async ([name]) => {
    const journal = await readJournal(context.paths.state, name)
    const item = { ...runRow(journal), rows: rowsOf(journal) }
    const section = { title: 'Rows', rows: () => item.rows, columns: columnsFor(journal.plan) }
    await (await context.printer()).item(item, runColumns, [section])
  })
}

function rowsOf({ plan, results }: Journal): Row[] {
  return plan.ids.map((given, index) => {
    const found: Partial<RowResult> = results.get(index) ?? { outcome: 'open' }
    const { outcome, code, message, label, requestId, status, made } = found
    const id = plan.makes ? (made ?? null) : given
    const more = furtherMembers(plan, id, given, rowKey(plan, index))
    return { id, outcome, label, code, message, requestId, status, ...more }
  })
}
