import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { assertBooksSound } from '#ledger/services/brake'
import { partnerBalances } from '#ledger/services/partner_money'
import {
  OwedSince,
  PartnerMayNotWithdraw,
  SecondPersonNeeded,
  WithdrawalHeld,
  WithdrawalNotThere,
} from '#withdrawals/errors'
import WithdrawalDecided from '#withdrawals/events/withdrawal_decided'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalRow,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'
import { bookStep } from '#withdrawals/services/books'
import { MANUAL } from '#withdrawals/services/payout_driver'
import { moveWithdrawal } from '#withdrawals/services/states'

/** One staff member's yes; the last one that is needed sets the money in motion. */
export default class ApproveWithdrawal {
  /**
   * @throws BooksUnsound while the books do not add up
   * @throws NotFound
   * @throws WithdrawalNotThere when it was decided before
   * @throws WithdrawalHeld while somebody looks into it
   * @throws OwedSince when refunds took more than the partner has since it was requested
   * @throws PartnerMayNotWithdraw while the partner's account is suspended
   * @throws SecondPersonNeeded for the requester, and for a second yes of the same person
   */
  async execute({ actor, withdrawalId }: { actor: Actor; withdrawalId: string }) {
    return write(async (trx): Promise<WithdrawalWithApprovals> => {
      await assertBooksSound(trx)
      const isOpen = await lockRequested(trx, withdrawalId)
      const withdrawal = await withdrawalById(trx, withdrawalId)
      if (!isOpen) throw new WithdrawalNotThere(withdrawal.status)
      if ([withdrawal.requested_by, withdrawal.user_id].includes(actor.id))
        throw new SecondPersonNeeded()
      if (withdrawal.held_at !== null) throw new WithdrawalHeld(withdrawal.hold_reason!)
      await assertNotSuspended(trx, withdrawal.user_id)
      await assertOwesNothing(trx, withdrawal)
      await addApproval(trx, withdrawalId, actor.id)
      const approvals = withdrawal.approvals + 1
      await recordAudit(trx, {
        actor,
        action: 'withdrawal.approved',
        subject: { type: 'withdrawal', id: withdrawalId },
        personId: withdrawal.user_id,
        before: { approvals: withdrawal.approvals },
        after: { approvals, needed: withdrawal.approvals_needed },
      })
      if (approvals >= withdrawal.approvals_needed) await release(trx, withdrawal, actor)
      const [found] = await withApprovals(trx, [await withdrawalById(trx, withdrawalId)])
      return found
    })
  }
}

function lockRequested(trx: Transaction, id: string): Promise<boolean> {
  const requested = trx.from('withdrawals').where({ id, status: 'requested' })
  return changedOne(requested, { updated_at: clock.now() })
}

/**
 * A suspension is looked into: nothing leaves meanwhile, and the money waits where it is. Somebody who
 * is banned has been looked into, and gets what is theirs.
 */
async function assertNotSuspended(trx: Transaction, userId: string) {
  const { status } = await trx.from('users').where('id', userId).select('status').firstOrFail()
  if (status === 'suspended') throw new PartnerMayNotWithdraw(status)
}

/** What is put aside for a withdrawal repays nothing by itself; given back, it does. */
async function assertOwesNothing(trx: Transaction, { partner_id: id, currency }: WithdrawalRow) {
  const balances = await partnerBalances(trx, id)
  if (balances.some((one) => one.currency === currency && one.debt > 0)) throw new OwedSince()
}

async function addApproval(trx: Transaction, withdrawalId: string, staffId: string) {
  const row = { withdrawal_id: withdrawalId, staff_id: staffId, created_at: clock.now() }
  if (!(await insertedOnce(trx, 'withdrawal_approvals', row))) throw new SecondPersonNeeded()
  const counted = trx.from('withdrawals').where('id', withdrawalId)
  await changedOne(counted, { approvals: trx.raw('approvals + 1') })
}

async function release(trx: Transaction, withdrawal: WithdrawalRow, actor: Actor) {
  const { id, payout_driver: driver } = withdrawal
  await moveWithdrawal(trx, id, 'requested', 'approved', { decided_at: clock.now() })
  await bookStep(trx, 'approved', withdrawal, actor.id)
  await outbox.record(trx, new WithdrawalDecided(id, 'approved'))
  if (driver !== MANUAL)
    await outbox.dispatch(
      trx,
      'withdrawals.pay_out',
      { withdrawalId: id },
      { dedupeKey: `pay_out:${id}` }
    )
}
