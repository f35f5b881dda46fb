import { amountsTogether } from '../../define/amounts.ts'
import { defineList } from '../../define/list.ts'
import { READ, moreFields, orderColumns, orderFilters } from './shared.ts'

export default defineList({
  summary: 'orders of clients, newest first',
  permission: READ,
  path: '/admin/orders',
  columns: orderColumns,
  moreFields,
  filters: orderFilters,
  together: amountsTogether,
  examples: [
    { what: 'what nobody has accepted yet', line: 'souk order list --status placed' },
    { what: 'of one client', line: 'souk order list --client usr_01jd3x --since 90d' },
    { what: 'large ones', line: 'souk order list --currency EUR --min 1000 --since 30d' },
    { what: 'by the number on the invoice', line: 'souk order list --number S261121-VW3HQ3M2' },
  ],
})
