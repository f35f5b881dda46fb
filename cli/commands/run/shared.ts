import { openRows } from '../../journal.ts'
import type { Journal } from '../../journal.ts'
import type { Column, Row } from '../../output/columns.ts'

export const runColumns: Column[] = [
  { key: 'run', id: true },
  { key: 'command' },
  { key: 'profile' },
  { key: 'startedAt', title: 'started' },
  { key: 'total' },
  { key: 'done' },
  { key: 'failed' },
  { key: 'open' },
]

export function runRow(journal: Journal): Row {
  const { plan, results } = journal
  const failed = [...results.values()].filter(({ outcome }) => outcome === 'failed').length
  return {
    run: plan.run,
    command: plan.command,
    profile: plan.profile,
    startedAt: plan.startedAt,
    total: plan.ids.length,
    done: results.size - failed,
    failed,
    open: openRows(journal).length,
  }
}
