import { defineShow } from '../../define/show.ts'
import { PERMISSION, moreFields, refundColumns } from './shared.ts'
import type { Row } from '../../output/columns.ts'

export default defineShow({
  summary: 'one refund, and who gives what of it',
  permission: PERMISSION,
  argument: 'refund-id',
  path: '/admin/refunds/:id',
  columns: refundColumns.map((column) => ({ ...column, wide: false })),
  sections: [
    {
      title: 'Shares',
      rows: (refund) => (refund.shares as Row[]) ?? [],
      columns: [
        { key: 'partnerOrderId', title: 'part', id: true },
        { key: 'amount' },
        { key: 'partner' },
        { key: 'platform' },
        { key: 'tax' },
      ],
    },
    {
      title: 'Lines',
      rows: (refund) => (refund.lines as Row[]) ?? [],
      columns: [{ key: 'lineId', title: 'line', id: true }, { key: 'quantity' }, { key: 'amount' }],
    },
  ],
  moreFields,
  examples: [{ what: 'one refund', line: 'souk refund show rfd_01jd3x' }],
})
