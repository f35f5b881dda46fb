import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { DisputeRow } from '#orders/queries/order_cases'

export type { DisputeRow }
export type Reader = Pick<Transaction, 'from'>

/* A left join, so that the database begins with the disputes, whose index serves the sort. */
export function disputeRows(reader: Reader) {
  return reader
    .from('disputes')
    .leftJoin('orders', 'orders.id', 'disputes.order_id')
    .select('disputes.*', 'orders.number as order_number')
}

/** @throws NotFound */
export async function disputeById(reader: Reader, id: string): Promise<DisputeRow> {
  const row = await disputeRows(reader).where('disputes.id', id).first()
  if (!row) throw new NotFound()
  return row
}
