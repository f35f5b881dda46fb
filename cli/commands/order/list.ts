import { defineList } from '../../define/list.ts'
<<<<<<< HEAD
import { parseTime } from '../../options.ts'

export default defineList({
  summary: 'orders of all clients, newest first',
  permission: 'orders.read',
  path: '/admin/orders',
  columns: [
    { key: 'id', title: 'order', id: true },
    { key: 'number' },
    { key: 'status' },
    { key: 'total' },
    {
      key: 'partnerOrders',
      title: 'partners',
      value: ({ partnerOrders }) =>
        ((partnerOrders as Part[]) ?? []).map(({ partner }) => partner.businessName),
    },
    { key: 'createdAt', title: 'created' },
    { key: 'source', wide: true },
    { key: 'clientId', title: 'client', wide: true },
    { key: 'refunded', wide: true },
    { key: 'paidAt', title: 'paid', wide: true },
  ],
  moreFields: ['totals', 'updatedAt'],
  filters: [
    {
      flags: '--status <status>',
      description: 'how far it is',
      choices: [
        ...['awaiting_payment', 'expired', 'cancelled', 'placed', 'processing'],
        ...['partially_shipped', 'shipped', 'partially_delivered', 'delivered'],
        ...['completed', 'refunded'],
      ],
    },
    { flags: '--client <id>', description: 'only of this client', param: 'clientId' },
    { flags: '--partner <id>', description: 'only with a part of this one', param: 'partnerId' },
    { flags: '--number <number>', description: 'the number that clients see' },
    { flags: '--currency <code>', description: 'only in this currency' },
    {
      flags: '--since <time>',
      description: 'from this time on: 24h, 7d or a date',
      parse: (text) => parseTime(text),
    },
    { flags: '--until <time>', description: 'before this time', parse: (text) => parseTime(text) },
  ],
  examples: [
    { what: 'paid, and nobody has begun', line: 'souk order list --status placed' },
    {
      what: 'somebody is on the phone',
      line: 'souk order list --number S261121-VW3HQ3M2',
    },
  ],
})

interface Part {
  partner: { businessName: string }
}
=======
import { READ, moreFields, orderColumns, orderFilters } from './shared.ts'

export default defineList({
  summary: 'orders of clients, newest first',
  permission: READ,
  path: '/admin/orders',
  columns: orderColumns,
  moreFields,
  filters: orderFilters,
  examples: [
    { what: 'what nobody has accepted yet', line: 'souk order list --status placed' },
    { what: 'of one client', line: 'souk order list --client usr_01jd3x --since 90d' },
    { what: 'by the number on the invoice', line: 'souk order list --number S261121-VW3HQ3M2' },
  ],
})
>>>>>>> cli2
