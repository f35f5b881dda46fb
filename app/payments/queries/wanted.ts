import db from '@adonisjs/lucid/services/db'
import type { PaymentRow } from '#payments/queries/payment_rows'

/** Whether what a payment is for still waits for it: an unpaid order, an open link, or both. */
export async function isWanted(
  payment: Pick<PaymentRow, 'order_id' | 'link_id'>
): Promise<boolean> {
  const { order_id: orderId, link_id: linkId } = payment
  if (orderId !== null && (await statusIn('orders', orderId)) !== 'awaiting_payment') return false
  return linkId === null || (await statusIn('payment_links', linkId)) === 'open'
}

async function statusIn(table: 'orders' | 'payment_links', id: string): Promise<string> {
  return (await db.from(table).where({ id }).select('status').firstOrFail()).status
}
