import type { Reader } from '#orders/queries/order_parts'

/** What staff wrote down about an order. */
export interface OrderNoteRow {
  author_id: string
  author_name: string
  body: string
  created_at: number
}

/** The notes on an order, oldest first. */
export function notesOf(client: Reader, orderId: string): Promise<OrderNoteRow[]> {
  return client
    .from('order_notes')
    .join('users', 'users.id', 'order_notes.author_id')
    .where('order_id', orderId)
    .orderBy('order_notes.id')
    .select(
      'author_id',
      'users.name as author_name',
      'body',
      'order_notes.created_at'
    ) as unknown as Promise<OrderNoteRow[]>
}
