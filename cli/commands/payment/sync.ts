import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'sync',
  summary: 'ask the gateway again how payments stand, and book what is new',
  permission: 'payments.write',
  method: 'POST',
  path: '/admin/payments/:id/sync',
  noun: 'payment',
  level: 2,
  outcome: 'asked again',
  label: 'status',
  moreFields: ['status', 'gateway', 'amount', 'flag', 'updatedAt'],
  examples: [
    { what: 'one payment', line: 'souk payment sync pay_01jd3x --yes' },
    {
      what: 'what has been pending since yesterday',
      line: 'souk payment list --status pending --until 1d --all | souk payment sync --from - --confirm 3',
    },
  ],
})
