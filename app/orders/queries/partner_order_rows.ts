/*
 * A partner's parts with what their orders say.
 */
import db from '@adonisjs/lucid/services/db'
import type { LineRow, OrderRow, PartRow } from '#orders/queries/order_parts'

export interface PartnerOrderRow extends PartRow {
  number: string
  source: OrderRow['source']
  requirements: string | null
  deadline: string | null
  address: string | null
  paid_at: number | null
  client_name: string
}

export interface PartnerOrder {
  part: PartnerOrderRow
  lines: LineRow[]
}

/** The parts of one partner, unsorted. */
export function partnerOrderRows(partnerId: string) {
  return db
    .from('partner_orders')
    .join('orders', 'orders.id', 'partner_orders.order_id')
    .join('users', 'users.id', 'orders.client_id')
    .where('partner_orders.partner_id', partnerId)
    .select('partner_orders.*', 'orders.number', 'orders.source', 'orders.requirements')
    .select('orders.deadline', 'orders.address', 'orders.paid_at', 'users.name as client_name')
}

/** Puts the lines beside their parts; one query. */
export async function withPartLines(parts: PartnerOrderRow[]): Promise<PartnerOrder[]> {
  if (parts.length === 0) return []
  const lines: LineRow[] = await db
    .from('order_lines')
    .whereIn(
      'partner_order_id',
      parts.map(({ id }) => id)
    )
    .orderBy('position')
  const byPart = Map.groupBy(lines, (line) => line.partner_order_id)
  return parts.map((part) => ({ part, lines: byPart.get(part.id) ?? [] }))
}
