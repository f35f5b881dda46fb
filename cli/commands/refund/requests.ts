import { defineList } from '../../define/list.ts'
import { parseTime } from '../../options.ts'
import { moreRequestFields, requestColumns } from './shared.ts'

export default defineList({
  name: 'requests',
  summary: 'what clients ask back, the oldest first: a queue',
  permission: 'orders.read',
  path: '/admin/refund-requests',
  columns: requestColumns,
  moreFields: moreRequestFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'open: nobody has answered; contested: a dispute waits',
      choices: ['open', 'contested', 'accepted', 'rejected'],
    },
    { flags: '--partner <id>', description: 'only of this partner', param: 'partnerId' },
    { flags: '--order <id>', description: 'only of this order', param: 'orderId' },
    {
      flags: '--since <time>',
      description: 'asked from then on: 2026-11-20, 2d',
      parse: (text) => parseTime(text),
    },
    { flags: '--until <time>', description: 'asked before', parse: (text) => parseTime(text) },
  ],
  examples: [
    {
      what: 'what partners leave unanswered',
      line: 'souk refund requests --status open --until 3d',
    },
    { what: 'of one order', line: 'souk refund requests --order ord_01jd3x --wide' },
  ],
})
