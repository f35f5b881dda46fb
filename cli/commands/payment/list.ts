import { defineList } from '../../define/list.ts'
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
  ],
  examples: [
    { what: 'what failed', line: 'souk payment list --status failed' },
    { what: 'of one order', line: 'souk payment list --order ord_01jd3x --wide' },
  ],
})
