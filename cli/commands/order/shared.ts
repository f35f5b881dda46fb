import { amountFilters } from '../../define/amounts.ts'
import { periodFilters } from '../../define/period.ts'
import type { Column, Row } from '../../output/columns.ts'
import type { Filter } from '../../define/list.ts'

/** What staff need to look at orders, and to move them on. */
export const READ = 'orders.read'
export const WRITE = 'orders.write'

export const orderColumns: Column[] = [
  { key: 'id', title: 'order', id: true },
  { key: 'number' },
  { key: 'status' },
  { key: 'total' },
  { key: 'refunded' },
  { key: 'partnerOrders', title: 'partners', value: ({ partnerOrders }) => namesOf(partnerOrders) },
  { key: 'createdAt', title: 'created' },
  { key: 'paidAt', title: 'paid', wide: true },
  { key: 'clientId', title: 'client', wide: true },
  { key: 'source', wide: true },
]

export const moreFields = ['totals', 'updatedAt']

/** What a list and an export can be narrowed down to. */
export const orderFilters: Filter[] = [
  {
    flags: '--status <status>',
    description: 'how far it is',
    choices: [
      ...['awaiting_payment', 'expired', 'cancelled', 'placed', 'processing'],
      ...['partially_shipped', 'shipped', 'partially_delivered', 'delivered', 'completed'],
      'refunded',
    ],
  },
  {
    flags: '--client <id>',
    alias: '--buyer <id>',
    description: 'only of this client',
    param: 'clientId',
  },
  {
    flags: '--partner <id>',
    alias: '--seller <id>',
    description: 'only with a part of this partner',
    param: 'partnerId',
  },
  { flags: '--number <number>', description: 'the one on the invoice and in mails' },
  {
    flags: '--source <source>',
    description: 'only of a cart, of a quote, or written by staff',
    choices: ['cart', 'quote', 'manual'],
  },
  ...amountFilters(),
  ...periodFilters(),
]

/** The parts of an order, one for each partner. */
export function partsOf(order: Row): Row[] {
  return (order.partnerOrders as Row[] | undefined) ?? []
}

function namesOf(parts: unknown): string[] {
  return ((parts as Row[]) ?? []).map(({ partner }) => String((partner as Row)?.businessName))
}
