import { defineList } from '../../define/list.ts'

export default defineList({
  summary: 'payments of clients, newest first',
  permission: 'payments.read',
  path: '/admin/payments',
  columns: [
    { key: 'id', title: 'payment', id: true },
    { key: 'orderId', title: 'order' },
    { key: 'gateway' },
    { key: 'status' },
    { key: 'amount' },
    { key: 'refunded' },
    { key: 'flag' },
    { key: 'createdAt', title: 'created' },
    { key: 'capturedAt', title: 'captured', wide: true },
    { key: 'gatewayPaymentId', title: 'at the gateway', wide: true },
    { key: 'clientId', title: 'client', wide: true },
    { key: 'failure.message', title: 'failure', wide: true },
  ],
  moreFields: ['purpose', 'linkId', 'disputed', 'nextPollAt', 'updatedAt'],
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
