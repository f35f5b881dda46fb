import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { lockOwnPartner } from '#partners/services/lock_own_partner'
import { WithdrawalNotThere } from '#withdrawals/errors'
import { withdrawalById, type WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'
import { bookStep } from '#withdrawals/services/books'
import { moveWithdrawal } from '#withdrawals/services/states'

/** A partner takes a request for money back that nobody has decided yet: the money is there again. */
export default class CancelWithdrawal {
  /**
   * @throws NotFound for somebody else's
   * @throws WithdrawalNotThere when it was decided before
   */
  async execute({ actor, withdrawalId }: { actor: Actor; withdrawalId: string }) {
    return write(async (trx): Promise<WithdrawalRow> => {
      const partner = await lockOwnPartner(trx, actor)
      const withdrawal = await withdrawalById(trx, withdrawalId)
      if (withdrawal.partner_id !== partner.id) throw new NotFound()
      const values = { decided_at: clock.now(), held_at: null, hold_reason: null }
      if (!(await moveWithdrawal(trx, withdrawalId, 'requested', 'cancelled', values)))
        throw new WithdrawalNotThere((await withdrawalById(trx, withdrawalId)).status)
      await bookStep(trx, 'cancelled', withdrawal, actor.id)
      return withdrawalById(trx, withdrawalId)
    })
  }
}
