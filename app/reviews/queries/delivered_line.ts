import type { Transaction } from '#core/database/write'

/** What of an order a client has in hand. */
export const DELIVERED = ['delivered', 'completed']

export interface LineOfClient {
  id: string
  listing_id: string | null
  partner_id: string
  /** of the partner's part that the line belongs to */
  status: string
}

/** An order line of this client; null for a missing and for a foreign one alike. */
export async function lineOfClient(
  trx: Transaction,
  clientId: string,
  orderLineId: string
): Promise<LineOfClient | null> {
  return trx
    .from('order_lines')
    .join('partner_orders', 'partner_orders.id', 'order_lines.partner_order_id')
    .join('orders', 'orders.id', 'order_lines.order_id')
    .where('order_lines.id', orderLineId)
    .where('orders.client_id', clientId)
    .select(
      'order_lines.id',
      'order_lines.listing_id',
      'partner_orders.partner_id',
      'partner_orders.status'
    )
    .first()
}
