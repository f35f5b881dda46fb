import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayPayout } from '#payments/gateways/gateway'
import { PayoutMismatch } from '#withdrawals/errors'
import WithdrawalDecided from '#withdrawals/events/withdrawal_decided'
import { withdrawalById, type WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'
import { bookStep } from '#withdrawals/services/books'
import { moveWithdrawal, type WithdrawalStatus } from '#withdrawals/services/states'

type News = Pick<GatewayPayout, 'status' | 'amount' | 'currency' | 'failureMessage'> & {
  /** the gateway's id of the payout; '' when it refused to make one */
  id: string
  withdrawalId?: string
}

const OUTCOMES = { pending: 'processing', paid: 'paid', failed: 'failed' } as const

/**
 * What a gateway says about a payout, whoever brings it: our own call, a web hook or the poller.
 * News that is known already changes nothing.
 */
export default class ApplyPayout {
  /**
   * @returns the status the withdrawal has now
   * @throws GatewayObjectUnknown for a payout that is none of ours
   * @throws PayoutMismatch when amount or currency are not what was asked for
   */
  async execute({ gateway, payout }: { gateway: string; payout: News }): Promise<WithdrawalStatus> {
    return write(async (trx) => {
      const withdrawal = await find(trx, gateway, payout)
      assertSame(withdrawal, payout)
      const reference = payout.id && { payout_reference: payout.id }
      const from = withdrawal.status
      const to = OUTCOMES[payout.status]
      if (from === 'processing' && to === 'processing') {
        if (reference) await trx.from('withdrawals').where('id', withdrawal.id).update(reference)
        return to
      }
      const isMoved = await moveWithdrawal(trx, withdrawal.id, from, to, {
        ...reference,
        ...(to === 'paid' && { paid_at: clock.now() }),
        ...(to === 'failed' && { reason: payout.failureMessage ?? 'The gateway gave no reason' }),
      })
      if (!isMoved) return from
      if (to === 'processing') return to
      await bookStep(trx, from === 'paid' ? 'returned' : to, withdrawal)
      await outbox.record(trx, new WithdrawalDecided(withdrawal.id, to))
      return to
    })
  }
}

/** Locks what is found, so that of two pieces of news the second sees what the first did. */
async function find(trx: Transaction, gateway: string, payout: News): Promise<WithdrawalRow> {
  const { withdrawalId: id, id: reference } = payout
  const mine = () => trx.from('withdrawals').where('payout_driver', gateway)
  const found = id
    ? await mine().where({ id }).select('id').first()
    : await mine().where('payout_reference', reference).select('id').first()
  if (!found) throw new GatewayObjectUnknown(gateway, reference)
  await trx.from('withdrawals').where('id', found.id).update({ updated_at: clock.now() })
  return withdrawalById(trx, found.id)
}

function assertSame(withdrawal: WithdrawalRow, payout: News) {
  const isSame =
    Number(withdrawal.amount) === payout.amount && withdrawal.currency === payout.currency
  if (isSame) return
  const asked = `${withdrawal.amount} ${withdrawal.currency}`
  throw new PayoutMismatch(
    `${withdrawal.id}: ${asked} was asked for, the gateway speaks of ${payout.amount} ${payout.currency}`
  )
}
