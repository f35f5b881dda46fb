import type { Column } from '../../output/columns.ts'

export const linkColumns: Column[] = [
  { key: 'id', title: 'link', id: true },
  { key: 'status' },
  { key: 'amount' },
  { key: 'description' },
  { key: 'gateway' },
  { key: 'url' },
  { key: 'orderId', title: 'order' },
  { key: 'paymentId', title: 'payment' },
  { key: 'expiresAt', title: 'expires' },
  { key: 'paidAt', title: 'paid' },
  { key: 'createdAt', title: 'created' },
]
