import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { closeLink } from '#payments/services/close_link'

/** A link's time is over. */
export default class ExpireLinkJob extends TransactionalJob<{ linkId: string }> {
  async run({ linkId }: { linkId: string }, trx: Transaction) {
    await closeLink(trx, linkId, 'expired')
  }
}
