import { defineList } from '../../define/list.ts'
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
  ],
  examples: [
    { what: 'what was given up', line: 'souk webhook list --state dead' },
    {
      what: 'all of it once more',
      line: 'souk webhook list --state dead --all | souk webhook replay --from - --confirm 3',
    },
  ],
})
