import type { Column } from '../../output/columns.ts'

export const paymentColumns: Column[] = [
  { key: 'id', title: 'payment', id: true },
  { key: 'orderId', title: 'order' },
  { key: 'gateway' },
  { key: 'status' },
  { key: 'amount' },
  { key: 'refunded' },
  { key: 'flag' },
  { key: 'createdAt', title: 'created' },
  { key: 'capturedAt', title: 'captured', wide: true },
  { key: 'gatewayPaymentId', title: 'at the gateway', wide: true },
  { key: 'clientId', title: 'client', wide: true },
  { key: 'failure.message', title: 'failure', wide: true },
]

export const moreFields = ['purpose', 'linkId', 'disputed', 'nextPollAt', 'updatedAt']
