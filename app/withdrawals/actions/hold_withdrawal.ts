import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { WithdrawalNotThere } from '#withdrawals/errors'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'

interface HoldInput {
  actor: Actor
  withdrawalId: string
  action: 'hold' | 'release'
  /** for staff alone; given with every hold */
  reason?: string
}

/** Staff keep a withdrawal from being approved while they look into it, and let it go again. */
export default class HoldWithdrawal {
  /**
   * @throws NotFound
   * @throws WithdrawalNotThere when it was decided before, or is held or let go already
   */
  async execute({ actor, withdrawalId, action, reason }: HoldInput) {
    const isHold = action === 'hold'
    return write(async (trx): Promise<WithdrawalWithApprovals> => {
      const now = clock.now()
      const open = trx.from('withdrawals').where({ id: withdrawalId, status: 'requested' })
      const fitting = isHold ? open.whereNull('held_at') : open.whereNotNull('held_at')
      const isDone = await changedOne(fitting, {
        held_at: isHold ? now : null,
        hold_reason: isHold ? reason : null,
        updated_at: now,
      })
      const withdrawal = await withdrawalById(trx, withdrawalId)
      if (!isDone) throw new WithdrawalNotThere(withdrawal.held_at ? 'held' : withdrawal.status)
      await recordAudit(trx, {
        actor,
        action: isHold ? 'withdrawal.held' : 'withdrawal.released',
        subject: { type: 'withdrawal', id: withdrawalId },
        personId: withdrawal.user_id,
        before: { isHeld: !isHold },
        after: { isHeld: isHold },
        reason,
      })
      const [found] = await withApprovals(trx, [withdrawal])
      return found
    })
  }
}
