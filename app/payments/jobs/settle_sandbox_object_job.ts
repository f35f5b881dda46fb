import type { Transaction } from '#core/database/write'
import { TransactionalJob, URGENT } from '#core/outbox/job'
import { settleObject, type Outcome } from '#payments/gateways/sandbox_memory'

/** The sandbox's own clockwork: a payment, refund or payout comes to its end. */
export default class SettleSandboxObjectJob extends TransactionalJob<{
  id: string
  outcome?: Outcome
}> {
  static queue = URGENT

  async run({ id, outcome }: { id: string; outcome?: Outcome }, trx: Transaction) {
    await settleObject(trx, id, outcome)
  }
}
