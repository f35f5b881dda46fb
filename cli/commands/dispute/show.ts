import { defineShow } from '../../define/show.ts'
import { disputeColumns, moreFields } from './shared.ts'

export default defineShow({
  summary: 'one dispute, and how it was decided',
  permission: 'orders.write',
  argument: 'dispute-id',
  path: '/admin/disputes/:id',
  columns: [
    ...disputeColumns.map((column) => ({ ...column, wide: false })),
    { key: 'partnerOrderId', title: 'part', id: true },
    { key: 'paymentId', title: 'payment', id: true },
    { key: 'refundId', title: 'refund', id: true },
  ],
  moreFields,
  examples: [{ what: 'one dispute', line: 'souk dispute show dsp_01jd3x' }],
})
