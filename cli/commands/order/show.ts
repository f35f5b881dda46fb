import { defineShow } from '../../define/show.ts'
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
    { key: 'totals.goods', title: 'goods' },
    { key: 'totals.discount', title: 'discount' },
    { key: 'totals.shipping', title: 'shipping' },
    { key: 'totals.tax', title: 'tax' },
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
  ],
  sections: [
    {
      title: 'Parts',
      rows: parts,
      columns: [
        { key: 'id', id: true },
        { key: 'partner.businessName', title: 'partner' },
        { key: 'status' },
        { key: 'total' },
        { key: 'refunded' },
        { key: 'tracking' },
        { key: 'completesAt', title: 'completes' },
      ],
    },
    {
      title: 'Lines',
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
