import type { Column } from '../../output/columns.ts'

/** What staff need to give money back. */
export const PERMISSION = 'orders.refund'

export const refundColumns: Column[] = [
  { key: 'id', title: 'refund', id: true },
  { key: 'amount' },
  { key: 'status' },
  { key: 'orderId', title: 'order', id: true },
  { key: 'gateway' },
  { key: 'reason' },
  { key: 'createdAt', title: 'created' },
  { key: 'settledAt', title: 'settled', wide: true },
  { key: 'paymentId', title: 'payment', wide: true },
  { key: 'reference', title: 'at the gateway', wide: true },
  { key: 'failureMessage', title: 'failure', wide: true },
]

export const moreFields = ['shares', 'lines']
