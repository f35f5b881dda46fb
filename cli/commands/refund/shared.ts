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
  { key: 'isStalled', title: 'stalled', wide: true },
  { key: 'retriedBy', title: 'made again by', wide: true },
]

export const moreFields = ['shares', 'lines']

/** Of the refund that a write has made. */
export const moreRefundFields = ['amount', 'status', 'shares', 'lines', 'reference']

/** A client's request for money back, which staff decide. */
export const REQUEST_PATH = '/admin/refund-requests/:id'

export const requestColumns: Column[] = [
  { key: 'id', title: 'request', id: true },
  { key: 'amount' },
  { key: 'status' },
  { key: 'orderNumber', title: 'order' },
  { key: 'partner.businessName', title: 'partner' },
  { key: 'reason' },
  { key: 'createdAt', title: 'asked' },
  { key: 'answer', wide: true },
  { key: 'answeredAt', title: 'answered', wide: true },
  { key: 'refundId', title: 'refund', wide: true },
  { key: 'orderId', title: 'order id', wide: true },
  { key: 'partner.id', title: 'partner id', wide: true },
  { key: 'clientId', title: 'client', wide: true },
]

export const moreRequestFields = ['partnerOrderId', 'lines']
