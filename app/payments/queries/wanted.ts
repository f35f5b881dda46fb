import db from '@adonisjs/lucid/services/db'
import type { PaymentRow } from '#payments/queries/payment_rows'

/** Whether what a payment is for still waits for it: an unpaid order, or an open link. */
export async function isWanted(
  payment: Pick<PaymentRow, 'order_id' | 'link_id'>
): Promise<boolean> {
  const [table, id] =
    payment.link_id === null ? ['orders', payment.order_id!] : ['payment_links', payment.link_id]
  const row = await db.from(table).where({ id }).select('status').firstOrFail()
  return row.status === 'awaiting_payment' || row.status === 'open'
}
