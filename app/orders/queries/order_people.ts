/*
 * Whom to write to about an order.
 */
import type { Reader } from '#orders/queries/order_parts'

export interface Person {
  id: string
  name: string
  email: string | null
}

/** An order's number and source, and the client. */
export async function clientOfOrder(
  client: Reader,
  orderId: string
): Promise<Person & { number: string; source: string }> {
  return client
    .from('orders')
    .join('users', 'users.id', 'orders.client_id')
    .where('orders.id', orderId)
    .select('users.id', 'users.name', 'users.email', 'orders.number', 'orders.source')
    .firstOrFail()
}

/** The person behind each part of an order, by the id of the part. */
export async function partnersOfOrder(
  client: Reader,
  orderId: string
): Promise<Map<string, Person & { businessName: string }>> {
  const rows = await client
    .from('partner_orders')
    .join('partners', 'partners.id', 'partner_orders.partner_id')
    .join('users', 'users.id', 'partners.user_id')
    .where('partner_orders.order_id', orderId)
    .select('partner_orders.id as part_id', 'partners.business_name as businessName')
    .select('users.id', 'users.name', 'users.email')
  return new Map(rows.map(({ part_id: partId, ...person }) => [partId, person]))
}
