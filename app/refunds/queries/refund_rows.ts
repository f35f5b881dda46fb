/*
 * Refunds with their shares and lines, as plain rows, inside a transaction or not.
 */
import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { RefundStatus } from '#refunds/services/states'

export type Reader = Pick<Transaction, 'from'>

export interface RefundRow {
  id: string
  cause_key: string
  payment_id: string
  order_id: string | null
  gateway: string
  gateway_refund_id: string
  amount: number | string
  currency: string
  reason: string
  status: RefundStatus
  requested_by: string | null
  failure_message: string | null
  polls: number
  /** the refund that was made because this one failed */
  retried_by: string | null
  settled_at: number | null
  created_at: number
}

export interface RefundShareRow {
  refund_id: string
  partner_order_id: string
  amount: number | string
  partner_amount: number | string
  platform_amount: number | string
  tax_amount: number | string
}

export interface RefundLineRow {
  refund_id: string
  order_line_id: string
  quantity: number
  amount: number | string
}

export interface RefundWithShares {
  refund: RefundRow
  shares: RefundShareRow[]
  lines: RefundLineRow[]
}

/** @throws NotFound */
export async function refundById(reader: Reader, id: string): Promise<RefundRow> {
  const row = await reader.from('refunds').where({ id }).first()
  if (!row) throw new NotFound()
  return row
}

/** @throws NotFound */
export async function refundWithShares(reader: Reader, id: string): Promise<RefundWithShares> {
  const [refund] = await withShares(reader, [await refundById(reader, id)])
  return refund
}

/** Adds who gives what of them to some refunds; two queries. */
export async function withShares(
  reader: Reader,
  refunds: RefundRow[]
): Promise<RefundWithShares[]> {
  if (refunds.length === 0) return []
  const ids = refunds.map(({ id }) => id)
  const shares: RefundShareRow[] = await reader.from('refund_shares').whereIn('refund_id', ids)
  const lines: RefundLineRow[] = await reader.from('refund_lines').whereIn('refund_id', ids)
  const [sharesOf, linesOf] = [
    Map.groupBy(shares, (share) => share.refund_id),
    Map.groupBy(lines, (line) => line.refund_id),
  ]
  return refunds.map((refund) => ({
    refund,
    shares: sharesOf.get(refund.id) ?? [],
    lines: linesOf.get(refund.id) ?? [],
  }))
}
