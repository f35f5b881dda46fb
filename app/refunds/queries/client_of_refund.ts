import type { Reader, RefundRow } from '#refunds/queries/refund_rows'

export interface RefundedClient {
  id: string
  name: string
  /** null once the account is erased */
  email: string | null
  /** the order's */
  number: string
}

/** Who gets a refund's money; null for a link that no order stands behind. */
export async function clientOfRefund(
  reader: Reader,
  { order_id: orderId }: Pick<RefundRow, 'order_id'>
): Promise<RefundedClient | null> {
  if (!orderId) return null
  return reader
    .from('orders')
    .join('users', 'users.id', 'orders.client_id')
    .where('orders.id', orderId)
    .select('orders.number', 'users.id', 'users.name', 'users.email')
    .firstOrFail()
}
