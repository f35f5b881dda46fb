import { defineShow } from '../../define/show.ts'
import { moreFields, paymentColumns } from './shared.ts'

export default defineShow({
  summary: 'one payment: where it is, and what is odd about it',
  permission: 'payments.read',
  argument: 'payment-id',
  path: '/admin/payments/:id',
  columns: [
    ...paymentColumns.map((column) => ({ ...column, wide: false })),
    { key: 'disputed' },
    { key: 'purpose' },
    { key: 'linkId', title: 'link', id: true },
    { key: 'nextPollAt', title: 'asked again' },
    { key: 'updatedAt', title: 'updated' },
  ],
  moreFields,
  examples: [{ what: 'one payment', line: 'souk payment show pay_01jd3x' }],
})
