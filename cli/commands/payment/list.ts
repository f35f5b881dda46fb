import { amountFilters, amountsTogether } from '../../define/amounts.ts'
import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { paymentColumns, moreFields } from './shared.ts'

export default defineList({
  summary: 'payments of clients, newest first',
  permission: 'payments.read',
  path: '/admin/payments',
  columns: paymentColumns,
  moreFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'how far it is',
      choices: [
        'created',
        'requires_action',
        'pending',
        'authorised',
        'captured',
        'failed',
        'cancelled',
      ],
    },
    {
      flags: '--gateway <name>',
      description: 'only through this gateway',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
    { flags: '--order <id>', description: 'only of this order', param: 'orderId' },
    { flags: '--client <id>', description: 'only of this client', param: 'clientId' },
    {
      flags: '--flag <why>',
      description: 'only what we did not believe: a wrong amount or currency',
      choices: ['amount'],
    },
    ...amountFilters(),
    ...periodFilters(),
  ],
  together: amountsTogether,
  examples: [
    { what: 'what failed', line: 'souk payment list --status failed' },
    { what: 'what nobody has looked at', line: 'souk payment list --flag amount --since 7d' },
    { what: 'large ones', line: 'souk payment list --currency EUR --min 1000 --since 30d' },
    { what: 'of one order', line: 'souk payment list --order ord_01jd3x --wide' },
  ],
})
