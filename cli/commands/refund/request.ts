import { defineShow } from '../../define/show.ts'
import { REQUEST_PATH, moreRequestFields, requestColumns } from './shared.ts'
import type { Row } from '../../output/columns.ts'

export default defineShow({
  name: 'request',
  summary: 'one request for money back, and what became of it',
  permission: 'orders.read',
  argument: 'request-id',
  path: REQUEST_PATH,
  columns: [
    ...requestColumns.map((column) => ({ ...column, wide: false })),
    { key: 'partnerOrderId', title: 'part', id: true },
  ],
  sections: [
    {
      title: 'Lines',
      rows: (request) => (request.lines as Row[]) ?? [],
      columns: [{ key: 'lineId', title: 'line', id: true }, { key: 'quantity' }],
    },
  ],
  moreFields: moreRequestFields,
  examples: [{ what: 'one request', line: 'souk refund request rfr_01jd3x' }],
})
