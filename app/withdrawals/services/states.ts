/*
 * The legal moves of a withdrawal. Every change of a status is a conditional update whose WHERE
 * comes from this table; of two that race, one changes the row.
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

export const WITHDRAWAL_MOVES = {
  requested: ['approved', 'rejected', 'cancelled'],
  approved: ['processing', 'paid', 'failed'],
  processing: ['paid', 'failed'],
  /* banks send money back days after they took it */
  paid: ['failed'],
  rejected: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<string, readonly string[]>

export type WithdrawalStatus = keyof typeof WITHDRAWAL_MOVES

export const WITHDRAWAL_STATUSES = Object.keys(WITHDRAWAL_MOVES) as WithdrawalStatus[]

/** Settled one way or the other: the partner may ask for money in this currency again. */
const SETTLED: WithdrawalStatus[] = ['paid', 'rejected', 'cancelled', 'failed']

/** Where a move may begin. */
export function sourcesOf(to: WithdrawalStatus): WithdrawalStatus[] {
  return WITHDRAWAL_STATUSES.filter((from) =>
    (WITHDRAWAL_MOVES[from] as readonly string[]).includes(to)
  )
}

/** Moves a withdrawal, and locks it. @returns false when it was not in `from` */
export function moveWithdrawal(
  trx: Transaction,
  id: string,
  from: WithdrawalStatus,
  to: WithdrawalStatus,
  values: Record<string, unknown> = {}
): Promise<boolean> {
  if (!sourcesOf(to).includes(from)) return Promise.resolve(false)
  const isSettled = SETTLED.includes(to)
  return changedOne(trx.from('withdrawals').where({ id, status: from }), {
    status: to,
    updated_at: clock.now(),
    ...(isSettled && { open_for: id, poll_at: null }),
    ...values,
  })
}
