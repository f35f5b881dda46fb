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
  settled_at: number | null
  created_at: number
}

export interface RefundShareRow {
  partner_order_id: string
  amount: number | string
  partner_amount: number | string
  platform_amount: number | string
  tax_amount: number | string
}

export interface RefundLineRow {
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
  const refund = await refundById(reader, id)
  const shares = await reader.from('refund_shares').where('refund_id', id)
  const lines = await reader.from('refund_lines').where('refund_id', id)
  return { refund, shares, lines }
}
