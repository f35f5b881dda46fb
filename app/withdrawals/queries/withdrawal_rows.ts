/*
 * Withdrawals with what is shown beside them, as plain rows, inside a transaction or not.
 */
import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { WithdrawalStatus } from '#withdrawals/services/states'

export type Reader = Pick<Transaction, 'from'>

export interface WithdrawalRow {
  id: string
  partner_id: string
  business_name: string
  /** the partner's account */
  user_id: string
  requested_by: string
  amount: number | string
  currency: string
  status: WithdrawalStatus
  /** sealed payout details */
  destination: string
  approvals_needed: number
  approvals: number
  payout_reference: string
  payout_driver: string
  reason: string | null
  /** since when, and why, nobody may approve it */
  held_at: number | null
  hold_reason: string | null
  /** epoch ms; null when no gateway is asked (any more) */
  poll_at: number | null
  polls: number
  decided_at: number | null
  paid_at: number | null
  created_at: number
}

export interface ApprovalRow {
  withdrawal_id: string
  staff_id: string
  staff_name: string
  created_at: number
}

/** A withdrawal with who has approved it. */
export interface WithdrawalWithApprovals {
  withdrawal: WithdrawalRow
  approvals: ApprovalRow[]
}

const COLUMNS = [
  'withdrawals.id',
  'withdrawals.partner_id',
  'partners.business_name',
  'partners.user_id',
  'withdrawals.requested_by',
  'withdrawals.amount',
  'withdrawals.currency',
  'withdrawals.status',
  'withdrawals.destination',
  'withdrawals.approvals_needed',
  'withdrawals.approvals',
  'withdrawals.payout_reference',
  'withdrawals.payout_driver',
  'withdrawals.reason',
  'withdrawals.held_at',
  'withdrawals.hold_reason',
  'withdrawals.poll_at',
  'withdrawals.polls',
  'withdrawals.decided_at',
  'withdrawals.paid_at',
  'withdrawals.created_at',
]

/* A left join, so that the database begins with the withdrawals, whose index serves the sort. */
export function withdrawalRows(reader: Reader) {
  return reader
    .from('withdrawals')
    .leftJoin('partners', 'partners.id', 'withdrawals.partner_id')
    .select(COLUMNS)
}

/** The gateway was asked for a week, and nobody knows whether it has paid. */
export function isStalled({ status, polls, poll_at: pollAt }: WithdrawalRow): boolean {
  return status === 'processing' && Number(polls) > 0 && pollAt === null
}

/** @throws NotFound */
export async function withdrawalById(reader: Reader, id: string): Promise<WithdrawalRow> {
  const row = await withdrawalRows(reader).where('withdrawals.id', id).first()
  if (!row) throw new NotFound()
  return row
}

/** Adds who approved to some withdrawals. */
export async function withApprovals(
  reader: Reader,
  withdrawals: WithdrawalRow[]
): Promise<WithdrawalWithApprovals[]> {
  const ids = withdrawals.map(({ id }) => id)
  const approvals: ApprovalRow[] = ids.length
    ? await reader
        .from('withdrawal_approvals')
        .leftJoin('users', 'users.id', 'withdrawal_approvals.staff_id')
        .whereIn('withdrawal_approvals.withdrawal_id', ids)
        .orderBy('withdrawal_approvals.created_at')
        .select('withdrawal_approvals.*', 'users.name as staff_name')
    : []
  return withdrawals.map((withdrawal) => ({
    withdrawal,
    approvals: approvals.filter((one) => one.withdrawal_id === withdrawal.id),
  }))
}
