import { defineList } from '../../define/list.ts'
import { parseTime } from '../../options.ts'
import { eventColumns, moreFields } from './shared.ts'

export default defineList({
  summary: 'messages of the gateways and what became of them, newest first',
  permission: 'system.operate',
  path: '/admin/webhook-events',
  columns: eventColumns,
  moreFields,
  filters: [
    {
      flags: '--state <state>',
      alias: '--status <state>',
      sentAs: { failed: 'dead' },
      description: 'what became of it',
      choices: ['received', 'parked', 'done', 'ignored', 'dead'],
    },
    {
      flags: '--gateway <name>',
      description: 'only of this gateway',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
    { flags: '--payment <id>', description: 'only about this payment', param: 'paymentId' },
    {
      flags: '--since <time>',
      description: 'received since 30d, 2026-01-31 or a time',
      parse: (text) => parseTime(text),
    },
    { flags: '--until <time>', description: 'before this time', parse: (text) => parseTime(text) },
  ],
  examples: [
    { what: 'what came in the last hour', line: 'souk webhook list --since 1h' },
    { what: 'what was given up', line: 'souk webhook list --state dead' },
    {
      what: 'all of it once more',
      line: 'souk webhook list --state dead --all | souk webhook replay --from - --confirm 3',
    },
  ],
})
