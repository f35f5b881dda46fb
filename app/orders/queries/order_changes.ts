import type { Reader } from '#orders/queries/order_parts'

/** One step of an order ('' as its part) or of a part, and who took it. */
export interface ChangeRow {
  partner_order_id: string
  from_status: string
  to_status: string
  actor_id: string | null
  actor_role: string | null
  reason: string | null
  created_at: number
}

/** The history of an order and its parts, oldest first. */
export function changesOf(client: Reader, orderId: string): Promise<ChangeRow[]> {
  return client
    .from('order_changes')
    .where('order_id', orderId)
    .orderBy('id') as unknown as Promise<ChangeRow[]>
}
