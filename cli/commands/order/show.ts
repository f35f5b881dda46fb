import { defineShow } from '../../define/show.ts'
import { READ, moreFields, orderColumns, partsOf } from './shared.ts'
import type { Row } from '../../output/columns.ts'

const ADDRESS = ['recipient', 'line1', 'line2', 'postalCode', 'city', 'state', 'country', 'phone']

export default defineShow({
  summary: 'one order: its parts, its lines and its money',
  permission: READ,
  argument: 'order-id',
  path: '/orders/:id',
  columns: [
    ...orderColumns.map((column) => ({ ...column, wide: false })),
    { key: 'totals.goods', title: 'goods' },
    { key: 'totals.discount', title: 'discount' },
    { key: 'totals.shipping', title: 'shipping' },
    { key: 'totals.tax', title: 'tax' },
    { key: 'invoiceNumber', title: 'invoice' },
    { key: 'requirements' },
    { key: 'deadline' },
    { key: 'expiresAt', title: 'expires' },
    { key: 'address', value: ({ address }) => addressText(address) },
  ],
  sections: [
    {
      title: 'Parts',
      rows: partsOf,
      columns: [
        { key: 'id', title: 'part', id: true },
        { key: 'partner.businessName', title: 'partner' },
        { key: 'status' },
        { key: 'total' },
        { key: 'refunded' },
        { key: 'tracking' },
        { key: 'deliveredAt', title: 'delivered' },
        { key: 'completesAt', title: 'completes', wide: true },
      ],
    },
    {
      title: 'Lines',
      rows: (order) => partsOf(order).flatMap((part) => (part.lines as Row[]) ?? []),
      columns: [
        { key: 'id', title: 'line', id: true },
        { key: 'title' },
        { key: 'options', value: ({ options }) => Object.values((options as Row) ?? {}) },
        { key: 'quantity' },
        { key: 'refundedQuantity', title: 'refunded' },
        { key: 'unitPrice', title: 'each' },
        { key: 'goods', title: 'sum' },
        { key: 'discount', wide: true },
        { key: 'tax', wide: true },
        { key: 'sku', wide: true },
      ],
    },
    {
      title: 'Notes',
      rows: (order) => (order.notes as Row[] | null) ?? [],
      columns: [{ key: 'at', title: 'when' }, { key: 'authorName', title: 'by' }, { key: 'body' }],
    },
  ],
  moreFields: [...moreFields, 'leadId', 'history', 'notes'],
  examples: [
    { what: 'one order', line: 'souk order show ord_01jd3x' },
    {
      what: 'ids of its lines, for a refund',
      line: "souk order show ord_01jd3x --jq '.partnerOrders[].lines[] | {id, title, quantity}'",
    },
  ],
})

/** Where to, on one line; the parts of an address that it has. */
function addressText(address: unknown): string | null {
  if (typeof address !== 'object' || address === null) return null
  const known = ADDRESS.map((part) => (address as Row)[part])
  return known.filter((part) => typeof part === 'string' && part !== '').join(', ')
}
