/*
 * Refunds with their shares and lines, as plain rows, inside a transaction or not.
 */
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { RefundStatus } from '#refunds/services/states'

export type Reader = Pick<Transaction, 'from'>

const OPEN: RefundStatus[] = ['requested', 'pending']

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
  /** epoch ms; null when the gateway is not asked (any more) */
  poll_at: number | null
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

/**
 * The gateway was asked for a week, and nobody knows the outcome. One that was never asked about waits
 * for its first attempt, or was made at the gateway itself.
 */
export function isStalled({ status, polls, poll_at: pollAt }: RefundRow): boolean {
  return OPEN.includes(status) && Number(polls) > 0 && pollAt === null
}

/** Of refunds, those that are stalled. */
export function onlyStalled(refunds: DatabaseQueryBuilderContract) {
  return refunds.whereIn('status', OPEN).whereNull('poll_at').where('polls', '>', 0)
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
