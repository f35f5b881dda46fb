import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { nextPollAt } from '#core/support/poll_times'
import { WithdrawalNotThere } from '#withdrawals/errors'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'

interface RetryInput {
  actor: Actor
  withdrawalId: string
  reason?: string
}

/**
 * A gateway did not answer for a week: it is asked again about the same payout, under its own key,
 * for another week. Nothing is paid anew.
 */
export default class RetryPayout {
  /**
   * @throws NotFound
   * @throws WithdrawalNotThere when it is not stalled (any more)
   */
  async execute({ actor, withdrawalId, reason }: RetryInput) {
    return write(async (trx): Promise<WithdrawalWithApprovals> => {
      const stalled = trx
        .from('withdrawals')
        .where({ id: withdrawalId, status: 'processing' })
        .whereNull('poll_at')
        .where('polls', '>', 0)
      const now = clock.now()
      const isDone = await changedOne(stalled, {
        polls: 1,
        poll_at: nextPollAt(1, now),
        updated_at: now,
      })
      const withdrawal = await withdrawalById(trx, withdrawalId)
      if (!isDone) throw new WithdrawalNotThere(withdrawal.status)
      await outbox.dispatch(trx, 'withdrawals.pay_out', { withdrawalId })
      await recordAudit(trx, {
        actor,
        action: 'withdrawal.retried',
        subject: { type: 'withdrawal', id: withdrawalId },
        personId: withdrawal.user_id,
        reason,
      })
      const [found] = await withApprovals(trx, [withdrawal])
      return found
    })
  }
}
