import { defineList } from '../../define/list.ts'
import { eventColumns, moreFields } from '../webhook/shared.ts'

export default defineList({
  name: 'events',
  summary: "the gateway's messages about a payment, its refunds and disputes, newest first",
  permission: 'system.operate',
  word: { argument: 'payment-id', param: 'paymentId' },
  path: '/admin/webhook-events',
  columns: eventColumns,
  moreFields,
  examples: [
    { what: 'what the gateway told us', line: 'souk payment events pay_01jd3x' },
    { what: 'and what one of them says', line: 'souk webhook show whk_01jd3x' },
  ],
})
