/*
 * The legal moves of refunds. Every change of a status is a conditional update.
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

export const REFUND_MOVES = {
  requested: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  /* banks send refunds back days after they took them */
  succeeded: ['failed'],
  /* for good: a retry is a refund of its own (`retried_by`) */
  failed: [],
} as const satisfies Record<string, readonly string[]>

export type RefundStatus = keyof typeof REFUND_MOVES
export const REFUND_STATUSES = Object.keys(REFUND_MOVES) as RefundStatus[]

export const REQUEST_STATUSES = ['open', 'contested', 'accepted', 'rejected'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]
export const DISPUTE_STATUSES = ['open', 'resolved_client', 'resolved_partner'] as const
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number]

/** Moves a refund, and locks it. @returns false when it was not in `from`, or may not go there */
export function moveRefund(
  trx: Transaction,
  id: string,
  from: RefundStatus,
  to: RefundStatus,
  values: Record<string, unknown> = {}
): Promise<boolean> {
  if (!(REFUND_MOVES[from] as readonly string[]).includes(to)) return Promise.resolve(false)
  const isSettled = to === 'succeeded' || to === 'failed'
  return changedOne(trx.from('refunds').where({ id, status: from }), {
    status: to,
    updated_at: clock.now(),
    ...(isSettled && { settled_at: clock.now(), poll_at: null }),
    ...values,
  })
}
