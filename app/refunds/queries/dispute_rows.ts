import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { DisputeStatus } from '#refunds/services/states'

export type Reader = Pick<Transaction, 'from'>

export interface DisputeRow {
  id: string
  order_id: string | null
  order_number: string | null
  partner_order_id: string | null
  payment_id: string | null
  origin: 'client' | 'gateway'
  origin_id: string
  opened_by: string | null
  reason: string
  status: DisputeStatus
  amount: number | string
  booked_amount: number | string
  currency: string
  resolution: string | null
  resolved_by: string | null
  refund_id: string | null
  resolved_at: number | null
  created_at: number
}

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
