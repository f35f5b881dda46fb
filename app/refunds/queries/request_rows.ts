import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { REQUEST_STATUSES } from '#refunds/services/states'
import type { Pieces } from '#refunds/services/wanted'

export type Reader = Pick<Transaction, 'from'>

export interface RequestRow {
  id: string
  order_id: string
  order_number: string
  partner_order_id: string
  partner_id: string
  /** the partner's account */
  partner_user_id: string
  client_id: string
  /** JSON of Pieces[]; [] when an amount was asked for */
  lines: string
  amount: number | string
  currency: string
  reason: string
  status: (typeof REQUEST_STATUSES)[number]
  answer: string | null
  refund_id: string | null
  answered_at: number | null
  created_at: number
}

/** @throws NotFound */
export async function requestWhere(
  reader: Reader,
  where: Record<string, string>
): Promise<RequestRow> {
  const row = await reader
    .from('refund_requests')
    .join('orders', 'orders.id', 'refund_requests.order_id')
    .join('partners', 'partners.id', 'refund_requests.partner_id')
    .where(where)
    .select(
      'refund_requests.*',
      'orders.number as order_number',
      'partners.user_id as partner_user_id'
    )
    .first()
  if (!row) throw new NotFound()
  return row
}

export function piecesIn({ lines }: RequestRow): Pieces[] {
  return JSON.parse(lines)
}
