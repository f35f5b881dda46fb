import { forgetAnswersAfter } from '#catalogue/services/public_answers'
import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'

/** A region's prices and restrictions show at once in the process that changed them. */
export default class ForgetPublicAnswers extends TransactionalJob<{ regionId: string }> {
  async run(_: { regionId: string }, trx: Transaction) {
    forgetAnswersAfter(trx)
  }
}
