import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { openPayoutDetails } from '#partners/services/payout_details'
import { GatewayRefused } from '#payments/errors'
import type { Gateway, GatewayName, GatewayPayout } from '#payments/gateways/gateway'
import { gateway } from '#payments/gateways/registry'
import { nextPollAt } from '#core/support/poll_times'
import ApplyPayout from '#withdrawals/actions/apply_payout'
import { isStalled, withdrawalById, type WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'
import { moveWithdrawal } from '#withdrawals/services/states'

/**
 * Asks the gateway to pay an approved withdrawal, or how the payout stands. The key is always the
 * withdrawal's id, so asking again after no answer, a crash or a restart never pays twice.
 */
export default class PayOut {
  constructor(private applyPayout = new ApplyPayout()) {}

  /** @throws GatewayUnavailable when there is no answer: it will be asked again */
  async execute({ withdrawalId }: { withdrawalId: string }): Promise<void> {
    if (!(await begin(withdrawalId))) return
    const withdrawal = await withdrawalById(db, withdrawalId)
    const name = withdrawal.payout_driver as GatewayName
    const payout = await ask(await gateway(name), withdrawal)
    if (payout)
      await this.applyPayout.execute({ gateway: name, payout: { ...payout, withdrawalId } })
  }
}

/** Notes the attempt before it is made. @returns false when there is nothing to pay (any more) */
async function begin(withdrawalId: string): Promise<boolean> {
  const withdrawal = await write(async (trx) => {
    await moveWithdrawal(trx, withdrawalId, 'approved', 'processing')
    const { polls } = await withdrawalById(trx, withdrawalId)
    const underway = trx.from('withdrawals').where({ id: withdrawalId, status: 'processing' })
    const isUnderway = await changedOne(underway, {
      polls: polls + 1,
      poll_at: nextPollAt(polls, clock.now()),
      updated_at: clock.now(),
    })
    return isUnderway ? withdrawalById(trx, withdrawalId) : null
  })
  if (withdrawal && isStalled(withdrawal))
    logger.error({ withdrawal: withdrawalId }, 'a payout is asked about for the last time')
  return withdrawal !== null
}

/** @returns null when the gateway does not know the payout that it named itself */
async function ask(driver: Gateway, withdrawal: WithdrawalRow): Promise<GatewayPayout | null> {
  const { id, currency, payout_reference: reference } = withdrawal
  const amount = Number(withdrawal.amount)
  if (!reference.startsWith('pending:')) return driver.getPayout!(reference)
  const destination = { ...openPayoutDetails(withdrawal.destination) }
  try {
    return await driver.createPayout!({ key: id, withdrawalId: id, amount, currency, destination })
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error
    return { id: '', status: 'failed', amount, currency, failureMessage: error.message }
  }
}
