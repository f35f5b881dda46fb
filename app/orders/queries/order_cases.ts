/*
 * What a client asks back of an order, and disagreements about it. They are decided in a domain above
 * (refunds); an order shows how they stand.
 */
import { rowsOf } from '#core/database/statements'
import type { OrderRow, Reader } from '#orders/queries/order_parts'

export interface RefundRequestRow {
  id: string
  order_id: string
  order_number: string
  partner_order_id: string
  partner_id: string
  client_id: string
  /** JSON of pieces ({lineId, quantity}); [] when an amount was asked for */
  lines: string
  amount: number | string
  currency: string
  reason: string
  status: 'open' | 'contested' | 'accepted' | 'rejected'
  answer: string | null
  refund_id: string | null
  answered_at: number | null
  created_at: number
}

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
  status: 'open' | 'resolved_client' | 'resolved_partner'
  amount: number | string
  booked_amount: number | string
  /** of a lost charge-back: what the payment had not left, so that the platform bears it */
  lost_amount: number | string
  currency: string
  resolution: string | null
  resolved_by: string | null
  refund_id: string | null
  resolved_at: number | null
  created_at: number
}

export interface OrderCases {
  requests: RefundRequestRow[]
  disputes: DisputeRow[]
}

type Named = Pick<OrderRow, 'id' | 'number'>

/** All of an order, the oldest first; two queries. */
export async function casesOfOrder(client: Reader, order: Named): Promise<OrderCases> {
  const requests = await rowsOf<RefundRequestRow>(
    client,
    'SELECT *, ? AS order_number FROM refund_requests WHERE order_id = ? ORDER BY id',
    order.number,
    order.id
  )
  const disputes = await rowsOf<DisputeRow>(
    client,
    'SELECT *, ? AS order_number FROM disputes WHERE order_id = ? ORDER BY id',
    order.number,
    order.id
  )
  return { requests, disputes }
}

/**
 * Those of one part, as its partner may see them: of a charge-back, which is about a whole payment,
 * what it took of this part, and not the payment. Two queries.
 */
export async function casesOfPart(
  client: Reader,
  order: Named,
  partId: string
): Promise<OrderCases> {
  const requests = await rowsOf<RefundRequestRow>(
    client,
    `SELECT *, ? AS order_number FROM refund_requests
       WHERE order_id = ? AND partner_order_id = ? ORDER BY id`,
    order.number,
    order.id,
    partId
  )
  const disputes = await rowsOf<DisputeRow & { share: number | string | null }>(
    client,
    `SELECT disputes.*, dispute_shares.amount AS share, ? AS order_number
       FROM disputes LEFT JOIN dispute_shares
         ON dispute_shares.dispute_id = disputes.id AND dispute_shares.partner_order_id = ?
       WHERE disputes.order_id = ?
         AND (disputes.partner_order_id = ? OR dispute_shares.amount IS NOT NULL)
       ORDER BY disputes.id`,
    order.number,
    partId,
    order.id,
    partId
  )
  const seen = disputes.map(({ share, ...dispute }) => ({
    ...dispute,
    amount: share ?? dispute.amount,
    payment_id: null,
  }))
  return { requests, disputes: seen }
}
