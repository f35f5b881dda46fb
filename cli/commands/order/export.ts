import { makeCommand, onRun } from '../../define/command.ts'
import { filterOption, queryOf } from '../../define/list.ts'
import { saveAnswer, savedFields } from '../../download.ts'
import { orderFilters } from './shared.ts'
import type { Verb } from '../../define/command.ts'

const exportOrders: Verb = (context) => {
  const command = makeCommand('export', 'all orders that the flags leave, as CSV', {
    examples: [
      { what: 'a month', line: 'souk order export --since 2026-10-01 --until 2026-11-01' },
      {
        what: 'into a pipe; a long one takes more time',
        line: 'souk order export --output - --timeout 10m | gzip > orders.csv.gz',
      },
    ],
    jsonFields: savedFields,
    permission: 'exports.run',
  }).option('--output <file>', 'where to keep it; - for stdout (orders.csv in this directory)')
  for (const filter of orderFilters) command.addOption(filterOption(filter))
  return onRun<{ output?: string } & Record<string, unknown>>(command, async (_, flags) => {
    const http = await context.http()
    const query = queryOf(orderFilters, flags)
    const answer = await http.send({ path: '/orders/export', query, anyBody: true })
    await saveAnswer(context, answer, 'orders', flags.output)
  })
}

export default exportOrders
