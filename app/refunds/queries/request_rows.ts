import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { RefundRequestRow } from '#orders/queries/order_cases'
import type { Pieces } from '#refunds/services/wanted'

export type Reader = Pick<Transaction, 'from'>

export interface RequestRow extends RefundRequestRow {
  partner_name: string
  /** the partner's account */
  partner_user_id: string
}

/* Left joins, so that the database begins with the requests, whose indexes serve the sort. */
export function requestRows(reader: Reader) {
  return reader
    .from('refund_requests')
    .leftJoin('orders', 'orders.id', 'refund_requests.order_id')
    .leftJoin('partners', 'partners.id', 'refund_requests.partner_id')
    .select(
      'refund_requests.*',
      'orders.number as order_number',
      'partners.business_name as partner_name',
      'partners.user_id as partner_user_id'
    )
}

/** @throws NotFound */
export async function requestWhere(
  reader: Reader,
  where: Record<string, string>
): Promise<RequestRow> {
  const row = await requestRows(reader).where(where).first()
  if (!row) throw new NotFound()
  return row
}

export function piecesIn({ lines }: RequestRow): Pieces[] {
  return JSON.parse(lines)
}
