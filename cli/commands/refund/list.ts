import { amountFilters, amountsTogether } from '../../define/amounts.ts'
import { defineList } from '../../define/list.ts'
import { periodFilters } from '../../define/period.ts'
import { PERMISSION, moreFields, refundColumns } from './shared.ts'

export default defineList({
  summary: 'money that went back to clients, newest first',
  permission: PERMISSION,
  path: '/admin/refunds',
  columns: refundColumns,
  moreFields,
  filters: [
    {
      flags: '--status <status>',
      description: 'how far it is; pending: at the gateway',
      choices: ['requested', 'pending', 'succeeded', 'failed'],
    },
    {
      flags: '--stalled <yes>',
      description: 'only those that a gateway was asked about for a week in vain',
      choices: ['yes'],
      sentAs: { yes: 'true' },
    },
    { flags: '--order <id>', description: 'only of this order', param: 'orderId' },
    { flags: '--payment <id>', description: 'only of this payment', param: 'paymentId' },
    {
      flags: '--gateway <name>',
      description: 'only through this gateway',
      choices: ['sandbox', 'stripe', 'paypal', 'razorpay'],
    },
    ...amountFilters(),
    ...periodFilters(),
  ],
  together: amountsTogether,
  examples: [
    { what: 'what the gateway refused', line: 'souk refund list --status failed --wide' },
    { what: 'large ones', line: 'souk refund list --currency EUR --min 500 --since 30d' },
    { what: 'whose outcome nobody knows', line: 'souk refund list --stalled yes' },
    { what: 'of one order', line: 'souk refund list --order ord_01jd3x' },
  ],
})
