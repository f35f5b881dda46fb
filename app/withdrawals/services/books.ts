/*
 * What each step of a withdrawal is in the books; posted in the transaction of the step.
 */
import type { Transaction } from '#core/database/write'
import { creditSettled } from '#ledger/services/partner_money'
import { post } from '#ledger/services/post'
import type { WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'

type Step = 'requested' | 'approved' | 'rejected' | 'cancelled' | 'paid' | 'failed' | 'returned'

/** @throws InsufficientFunds when the partner has less than is asked for */
export async function bookStep(
  trx: Transaction,
  step: Step,
  withdrawal: Pick<WithdrawalRow, 'id' | 'partner_id' | 'amount' | 'currency'>,
  actorId?: string
) {
  const { id, currency } = withdrawal
  await post(trx, {
    // money that comes back after it was paid is a failure that came late
    kind: `withdrawal_${step === 'returned' ? 'failed' : step}`,
    refType: 'withdrawal',
    refId: id,
    currency,
    actorId,
    entries: await entriesOf(trx, step, withdrawal),
  })
}

async function entriesOf(
  trx: Transaction,
  step: Step,
  row: Pick<WithdrawalRow, 'partner_id' | 'amount' | 'currency'>
) {
  const { partner_id: ownerId, currency } = row
  const amount = Number(row.amount)
  const hold = { account: 'withdrawal_hold', ownerId } as const
  const inFlight = { account: 'payout_in_flight', ownerId } as const
  const bank = { account: 'bank' } as const
  const givenBack = () => creditSettled(trx, ownerId, currency, amount)

  switch (step) {
    case 'requested':
      return [
        { account: 'partner_available', ownerId, amount: -amount } as const,
        { ...hold, amount },
      ]
    case 'approved':
      return [
        { ...hold, amount: -amount },
        { ...inFlight, amount },
      ]
    case 'paid':
      return [
        { ...inFlight, amount: -amount },
        { ...bank, amount },
      ]
    case 'rejected':
    case 'cancelled':
      return [{ ...hold, amount: -amount }, ...(await givenBack())]
    case 'failed':
      return [{ ...inFlight, amount: -amount }, ...(await givenBack())]
    case 'returned':
      return [{ ...bank, amount: -amount }, ...(await givenBack())]
  }
}
