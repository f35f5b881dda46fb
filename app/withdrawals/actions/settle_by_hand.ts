import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { PaidByGateway, ReferenceTaken, WithdrawalNotThere } from '#withdrawals/errors'
import WithdrawalDecided from '#withdrawals/events/withdrawal_decided'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalRow,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'
import { bookStep } from '#withdrawals/services/books'
import { MANUAL } from '#withdrawals/services/payout_driver'
import { moveWithdrawal, type WithdrawalStatus } from '#withdrawals/services/states'

interface Input {
  actor: Actor
  withdrawalId: string
  action: 'reject' | 'pay' | 'fail'
  /** told to the partner; given with every rejection and failure */
  reason?: string
  /** the bank's, given with every payment */
  reference?: string
}

const OUTCOMES = { reject: 'rejected', pay: 'paid', fail: 'failed' } as const

/** Staff end a withdrawal: rejected before it was approved, paid or failed by the bank after. */
export default class SettleByHand {
  /**
   * @throws NotFound
   * @throws WithdrawalNotThere when it is not in a state that this ends
   * @throws PaidByGateway when a gateway decides whether it was paid
   * @throws ReferenceTaken
   */
  async execute({ actor, withdrawalId, action, reason, reference }: Input) {
    const status = OUTCOMES[action]
    return write(async (trx): Promise<WithdrawalWithApprovals> => {
      const withdrawal = await withdrawalById(trx, withdrawalId)
      const { status: from, payout_driver: driver } = withdrawal
      if (status !== 'rejected' && driver !== MANUAL) throw new PaidByGateway(driver)
      if (!(await settle(trx, withdrawal, status, { reason, reference }))) {
        const { status: state } = await withdrawalById(trx, withdrawalId)
        throw new WithdrawalNotThere(state)
      }
      const isReturned = from === 'paid'
      await bookStep(trx, isReturned ? 'returned' : status, withdrawal, actor.id)
      await recordAudit(trx, {
        actor,
        action: `withdrawal.${status}`,
        subject: { type: 'withdrawal', id: withdrawalId },
        personId: withdrawal.user_id,
        before: { status: from },
        after: { status, ...(reference && { reference }) },
        reason,
      })
      await outbox.record(trx, new WithdrawalDecided(withdrawalId, status))
      const [found] = await withApprovals(trx, [await withdrawalById(trx, withdrawalId)])
      return found
    })
  }
}

/** @returns false when the withdrawal is somewhere else (by now) */
async function settle(
  trx: Transaction,
  withdrawal: WithdrawalRow,
  status: WithdrawalStatus,
  { reason, reference }: Pick<Input, 'reason' | 'reference'>
): Promise<boolean> {
  const now = clock.now()
  try {
    return await moveWithdrawal(trx, withdrawal.id, withdrawal.status, status, {
      ...(reason && { reason }),
      ...(reference && { payout_reference: reference }),
      ...(status === 'rejected' && { decided_at: now }),
      ...(status === 'paid' && { paid_at: now }),
    })
  } catch (error) {
    if (isDuplicate(error)) throw new ReferenceTaken()
    throw error
  }
}
