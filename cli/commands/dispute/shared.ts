import type { Column } from '../../output/columns.ts'

export const disputeColumns: Column[] = [
  { key: 'id', title: 'dispute', id: true },
  { key: 'origin' },
  { key: 'orderNumber', title: 'order' },
  { key: 'amount' },
  { key: 'status' },
  { key: 'reason' },
  { key: 'createdAt', title: 'opened' },
  { key: 'orderId', title: 'order id', wide: true },
  { key: 'uncovered', title: 'our loss', wide: true },
  { key: 'resolution', wide: true },
  { key: 'resolvedAt', title: 'resolved', wide: true },
]

export const moreFields = ['partnerOrderId', 'paymentId', 'refundId']
