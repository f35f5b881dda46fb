import { amountsTogether } from '../../define/amounts.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { addFilter, queryOf } from '../../define/list.ts'
import { addOutputFlag, download, outputOf, savedFields } from '../../download.ts'
import { orderFilters } from './shared.ts'
import type { Verb } from '../../define/command.ts'
import type { DownloadFlags } from '../../download.ts'

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
    endpoints: ['GET /orders/export'],
  })
  addOutputFlag(command, 'where to keep it; - for stdout (orders.csv in this directory)')
  for (const filter of orderFilters) addFilter(command, filter)
  return onRun<DownloadFlags & Record<string, unknown>>(command, async (_, flags) => {
    const given = queryOf(orderFilters, flags)
    const query = { ...given, ...amountsTogether(given) }
    await download(context, { path: '/orders/export', query }, 'orders', outputOf(flags))
  })
}

export default exportOrders
