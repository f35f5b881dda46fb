import { defineShow } from '../../define/show.ts'
<<<<<<< HEAD
import type { Row } from '../../output/columns.ts'

interface Part extends Row {
  lines?: Row[]
}

const parts = (order: Row) => (order.partnerOrders as Part[]) ?? []

export default defineShow({
  summary: 'an order with its parts, lines and history',
  permission: 'orders.read',
  argument: 'order-id',
  path: '/orders/:id',
  columns: [
    { key: 'id', title: 'order', id: true },
    { key: 'number' },
    { key: 'status' },
    { key: 'source' },
    { key: 'clientId', title: 'client' },
=======
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
>>>>>>> cli2
    { key: 'totals.goods', title: 'goods' },
    { key: 'totals.discount', title: 'discount' },
    { key: 'totals.shipping', title: 'shipping' },
    { key: 'totals.tax', title: 'tax' },
<<<<<<< HEAD
    { key: 'total' },
    { key: 'refunded' },
    { key: 'invoiceNumber', title: 'invoice' },
    { key: 'address.recipient', title: 'to' },
    { key: 'address.city', title: 'city' },
    { key: 'requirements' },
    { key: 'deadline' },
    { key: 'createdAt', title: 'created' },
    { key: 'paidAt', title: 'paid' },
    { key: 'expiresAt', title: 'expires' },
=======
    { key: 'invoiceNumber', title: 'invoice' },
    { key: 'requirements' },
    { key: 'deadline' },
    { key: 'expiresAt', title: 'expires' },
    { key: 'address', value: ({ address }) => addressText(address) },
>>>>>>> cli2
  ],
  sections: [
    {
      title: 'Parts',
<<<<<<< HEAD
      rows: parts,
      columns: [
        { key: 'id', id: true },
=======
      rows: partsOf,
      columns: [
        { key: 'id', title: 'part', id: true },
>>>>>>> cli2
        { key: 'partner.businessName', title: 'partner' },
        { key: 'status' },
        { key: 'total' },
        { key: 'refunded' },
        { key: 'tracking' },
<<<<<<< HEAD
        { key: 'completesAt', title: 'completes' },
=======
        { key: 'deliveredAt', title: 'delivered' },
        { key: 'completesAt', title: 'completes', wide: true },
>>>>>>> cli2
      ],
    },
    {
      title: 'Lines',
<<<<<<< HEAD
      rows: (order) => parts(order).flatMap(({ lines }) => lines ?? []),
      columns: [
        { key: 'id', id: true },
        { key: 'title' },
        { key: 'sku' },
        { key: 'quantity' },
        { key: 'goods' },
        { key: 'discount' },
        { key: 'tax' },
        { key: 'refundedQuantity', title: 'refunded' },
      ],
    },
    {
      title: 'History',
      rows: (order) => (order.history as Row[]) ?? [],
      columns: [
        { key: 'at' },
        { key: 'partnerOrderId', title: 'part', id: true },
        { key: 'from' },
        { key: 'to' },
        { key: 'actorRole', title: 'by' },
        { key: 'actorId', title: 'who', wide: true },
        { key: 'reason' },
      ],
    },
  ],
  moreFields: ['leadId', 'updatedAt', 'partnerOrders', 'history'],
  examples: [
    { what: 'all of it', line: 'souk order show ord_01jd3x' },
    { what: 'who did what', line: "souk order show ord_01jd3x --jq '.history[]'" },
  ],
})
=======
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
  ],
  moreFields: [...moreFields, 'leadId', 'history'],
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
>>>>>>> cli2
