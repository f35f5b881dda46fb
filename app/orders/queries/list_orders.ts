import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { partsWithPartners, type PartWithLines } from '#orders/queries/get_order'
import type { OrderRow } from '#orders/queries/order_parts'
import type { OrderStatus } from '#orders/services/states'

export interface ListedOrder {
  order: OrderRow
  parts: PartWithLines['part'][]
}

export interface OrderFilters extends PageRequest {
  status?: OrderStatus
  /** the one that an accepted quote made */
  leadId?: string
  /** staff only */
  clientId?: string
  /** staff only: what people call it */
  number?: string
  currency?: string
  /** placed in this window, epoch ms */
  since?: number
  until?: number
}

/** Orders with their parts, newest first; two queries. */
export default class ListOrders {
  /** A client's own. */
  own(actor: Actor, filters: OrderFilters): Promise<Page<ListedOrder>> {
    return this.all({ ...filters, clientId: actor.id })
  }

  /** Everybody's, for staff. */
  async all({ status, leadId, clientId, number, currency, since, until, ...request }: OrderFilters) {
    const query = db.from('orders').select('orders.*')
    if (clientId) query.where('orders.client_id', clientId)
    if (status) query.where('orders.status', status)
    if (leadId) query.where('orders.lead_id', leadId)
    if (number) query.where('orders.number', number)
    if (currency) query.where('orders.currency', currency)
    if (since) query.where('orders.created_at', '>=', since)
    if (until) query.where('orders.created_at', '<', until)
    const page = await keysetPage<OrderRow>(query, request, [
      { column: 'orders.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withParts(page.rows), meta: page.meta }
  }
}

async function withParts(orders: OrderRow[]): Promise<ListedOrder[]> {
  if (orders.length === 0) return []
  const parts = await partsWithPartners(
    db,
    orders.map(({ id }) => id)
  )
  const byOrder = Map.groupBy(parts, (part) => part.order_id)
  return orders.map((order) => ({ order, parts: byOrder.get(order.id) ?? [] }))
}
