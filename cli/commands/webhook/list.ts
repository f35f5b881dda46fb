import { defineList } from '../../define/list.ts'

export default defineList({
  summary: 'messages of the gateways and what became of them, newest first',
  permission: 'system.operate',
  path: '/admin/webhook-events',
  columns: [
    { key: 'id', title: 'event', id: true },
    { key: 'gateway' },
    { key: 'type' },
    { key: 'state' },
    { key: 'attempts' },
    { key: 'receivedAt', title: 'received' },
    { key: 'lastError', title: 'error' },
    { key: 'objectId', title: 'about', wide: true },
    { key: 'eventId', title: 'at the gateway', wide: true },
  ],
  moreFields: ['occurredAt', 'handledAt'],
  filters: [
    {
      flags: '--state <state>',
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
