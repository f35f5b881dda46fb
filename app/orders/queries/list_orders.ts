import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { whereAmountWithin, type AmountRange } from '#core/database/amount_within'
import type { Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'
import { partsWithPartners, type PartWithLines } from '#orders/queries/get_order'
import type { OrderRow, OrderSource } from '#orders/queries/order_parts'
import type { OrderStatus } from '#orders/services/states'

export interface ListedOrder {
  order: OrderRow
  parts: PartWithLines['part'][]
}

/** Placed in the window, with a total in the range. */
export interface OrderFilters extends Window, AmountRange {
  status?: OrderStatus
  /** the one that an accepted quote made */
  leadId?: string
  clientId?: string
  /** with a part of this partner's */
  partnerId?: string
  /** what people call it */
  number?: string
  source?: OrderSource
  currency?: string
}

/** Orders with their parts, newest first; two queries. */
export default class ListOrders {
  /** A client's own. */
  own(
    actor: Actor,
    { limit, cursor, count, ...filters }: OrderFilters & PageRequest
  ): Promise<Page<ListedOrder>> {
    return this.all({ ...filters, clientId: actor.id }, { limit, cursor, count })
  }

  /** Everybody's, for staff. */
  async all(filters: OrderFilters, request: PageRequest): Promise<Page<ListedOrder>> {
    const { query, keys } = orderRows(filters)
    const page = await keysetPage<OrderRow>(query, request, keys)
    return { rows: await withParts(page.rows), meta: page.meta }
  }
}

/** Orders by any filters, with the sort that an index has for them: the newest first. */
export function orderRows(filters: OrderFilters) {
  const { partnerId, since, until } = filters
  const query = db.from('orders').select('orders.*')
  for (const [filter, column] of Object.entries(COLUMNS)) {
    const value = filters[filter as keyof typeof COLUMNS]
    if (value !== undefined) query.where(`orders.${column}`, value)
  }
  // a part is as old as its order, and lies in an index by partner
  const table = partnerId ? 'partner_orders' : 'orders'
  const id = partnerId ? 'partner_orders.order_id' : 'orders.id'
  if (partnerId)
    query
      .join('partner_orders', 'partner_orders.order_id', 'orders.id')
      .where('partner_orders.partner_id', partnerId)
  if (since !== undefined) query.where(`${table}.created_at`, '>=', since)
  if (until !== undefined) query.where(`${table}.created_at`, '<', until)
  whereAmountWithin(query, 'orders.total_amount', filters)
  const keys: SortKey<OrderRow>[] = [
    {
      column: `${table}.created_at`,
      direction: 'desc',
      valueOf: (row) => Number(row.created_at),
    },
    { column: id, direction: 'desc', valueOf: (row) => row.id },
  ]
  return { query, keys }
}

const COLUMNS = {
  status: 'status',
  leadId: 'lead_id',
  clientId: 'client_id',
  number: 'number',
  source: 'source',
  currency: 'currency',
} as const

/** Puts their parts beside orders; one query. */
export async function withParts(orders: OrderRow[]): Promise<ListedOrder[]> {
  if (orders.length === 0) return []
  const parts = await partsWithPartners(
    db,
    orders.map(({ id }) => id)
  )
  const byOrder = Map.groupBy(parts, (part) => part.order_id)
  return orders.map((order) => ({ order, parts: byOrder.get(order.id) ?? [] }))
}
