import { defineList } from '../../define/list.ts'
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
  ],
  examples: [
    { what: 'what the gateway refused', line: 'souk refund list --status failed --wide' },
    { what: 'whose outcome nobody knows', line: 'souk refund list --stalled yes' },
    { what: 'of one order', line: 'souk refund list --order ord_01jd3x' },
  ],
})
