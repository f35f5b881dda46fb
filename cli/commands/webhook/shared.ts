import type { Column } from '../../output/columns.ts'

export const eventColumns: Column[] = [
  { key: 'id', title: 'event', id: true },
  { key: 'gateway' },
  { key: 'type' },
  { key: 'state' },
  { key: 'attempts' },
  { key: 'receivedAt', title: 'received' },
  { key: 'lastError', title: 'error' },
  { key: 'objectId', title: 'about', wide: true },
  { key: 'paymentId', title: 'payment', wide: true },
  { key: 'eventId', title: 'at the gateway', wide: true },
]

export const moreFields = ['occurredAt', 'handledAt']
