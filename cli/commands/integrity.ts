/*
 * Whether money, stock and orders add up, as the server recomputes it.
 */
import { describe, onRun } from '../define/command.ts'
import { CliError, exitCodes } from '../errors.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Column, Row } from '../output/columns.ts'

const columns: Column[] = [
  { key: 'name', id: true },
  { key: 'differences' },
  { key: 'claim' },
  {
    key: 'examples',
    value: ({ examples }) =>
      (examples as Row[])
        .map(({ id, found, expected }) => `${id}: ${found} instead of ${expected}`)
        .join('; '),
  },
]

export default function integrity(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'does everything add up', line: 'souk integrity' },
      { what: 'in a monitor: exit 5 on a difference', line: 'souk integrity --quiet' },
      { what: 'only what is wrong', line: "souk integrity --jq '.[] | select(.differences > 0)'" },
    ],
    jsonFields: columns.map(({ key }) => key),
    permission: 'system.operate',
    endpoints: ['GET /admin/integrity'],
  })
  onRun(command, async () => {
    const http = await context.http()
    const report = await http.get<Row>('/admin/integrity')
    await (await context.printer()).list([report.invariants as Row[]], columns)
    if (report.isSound === true) return context.talk.line('everything adds up')
    const message = `${report.differences} differences: withdrawals are stopped until they are gone`
    throw new CliError(exitCodes.refused, 'unsound', message)
  })
}
