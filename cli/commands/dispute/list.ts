import { defineList } from '../../define/list.ts'

export default defineList({
  summary: 'disputes of clients and charge-backs of their banks, the oldest first',
  permission: 'orders.write',
  path: '/admin/disputes',
  columns: [
    { key: 'id', title: 'dispute', id: true },
    { key: 'origin' },
    { key: 'orderNumber', title: 'order' },
    { key: 'amount' },
    { key: 'status' },
    { key: 'reason' },
    { key: 'createdAt', title: 'opened' },
    { key: 'orderId', title: 'order id', wide: true },
    { key: 'resolution', wide: true },
    { key: 'resolvedAt', title: 'resolved', wide: true },
  ],
  moreFields: ['partnerOrderId', 'paymentId', 'refundId'],
  filters: [
    {
      flags: '--status <status>',
      description: 'open, or for whom it was decided',
      choices: ['open', 'client', 'partner'],
      default: 'open',
      sentAs: { client: 'resolved_client', partner: 'resolved_partner' },
    },
  ],
  examples: [
    { what: 'what waits for a decision', line: 'souk dispute list' },
    { what: 'what clients got', line: 'souk dispute list --status client --wide' },
  ],
})
