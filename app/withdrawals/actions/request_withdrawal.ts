import env from '#start/env'
import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { exponentOf, formatMoney } from '#core/support/money'
import { assertBooksSound } from '#ledger/services/brake'
import { partnerBalances } from '#ledger/services/partner_money'
import type Partner from '#partners/models/partner'
import { lockOwnPartner } from '#partners/services/lock_own_partner'
import {
  PartnerInDebt,
  PartnerMayNotWithdraw,
  PayoutDetailsMissing,
  WithdrawalOpen,
} from '#withdrawals/errors'
import WithdrawalRequested from '#withdrawals/events/withdrawal_requested'
import { withdrawalById, type WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'
import { bookStep } from '#withdrawals/services/books'
import { payoutDriver } from '#withdrawals/services/payout_driver'

interface RequestInput {
  actor: Actor
  /** minor units */
  amount: number
  currency: string
}

/** A partner asks for money: it is put aside at once, so that nothing else can take it. */
export default class RequestWithdrawal {
  /**
   * @throws NotFound for everybody who is no partner
   * @throws InvalidField below the minimum
   * @throws BooksUnsound while the books do not add up
   * @throws PartnerMayNotWithdraw, PayoutDetailsMissing, PartnerInDebt
   * @throws WithdrawalOpen when one in this currency is not settled yet
   * @throws InsufficientFunds when less than that is available
   */
  async execute({ actor, amount, currency }: RequestInput): Promise<WithdrawalRow> {
    assertMinimum(amount, currency)
    const driver = await payoutDriver()
    return write(async (trx) => {
      await assertBooksSound(trx)
      const partner = await lockOwnPartner(trx, actor)
      await assertMayWithdraw(trx, partner)
      const id = newId('withdrawal')
      const now = clock.now()
      const isOnly = await insertedOnce(trx, 'withdrawals', {
        id,
        partner_id: partner.id,
        requested_by: actor.id,
        open_for: `${partner.id}:${currency}`,
        amount,
        currency,
        status: 'requested',
        // as it is sealed in the profile: a later change there does not redirect this money
        destination: partner.payoutDetails,
        approvals_needed: amount > inMinorUnits('WITHDRAWAL_TWO_APPROVALS_OVER', currency) ? 2 : 1,
        payout_reference: `pending:${id}`,
        payout_driver: driver,
        created_at: now,
        updated_at: now,
      })
      if (!isOnly) throw new WithdrawalOpen()
      await bookStep(trx, 'requested', { id, partner_id: partner.id, amount, currency }, actor.id)
      await outbox.record(trx, new WithdrawalRequested(id))
      return withdrawalById(trx, id)
    })
  }
}

/** A setting is in hundredths; 1000 is 10.00 EUR, 10 JPY and 10.000 KWD. */
function inMinorUnits(
  setting: 'WITHDRAWAL_MINIMUM' | 'WITHDRAWAL_TWO_APPROVALS_OVER',
  currency: string
): number {
  return Math.ceil(env.get(setting) * 10 ** (exponentOf(currency) - 2))
}

function assertMinimum(amount: number, currency: string) {
  const minimum = inMinorUnits('WITHDRAWAL_MINIMUM', currency)
  if (amount >= minimum) return
  const words = formatMoney({ amount: minimum, currency })
  throw new InvalidField('amount', 'min', `The amount field must be at least ${words}`)
}

async function assertMayWithdraw(trx: Transaction, partner: Partner) {
  if (!partner.isApproved) throw new PartnerMayNotWithdraw(partner.status)
  const account = await trx.from('users').where('id', partner.userId).select('status').firstOrFail()
  if (account.status !== 'active') throw new PartnerMayNotWithdraw(account.status)
  if (!partner.payoutDetails) throw new PayoutDetailsMissing()
  const balances = await partnerBalances(trx, partner.id)
  if (balances.some(({ debt }) => debt > 0)) throw new PartnerInDebt()
}
