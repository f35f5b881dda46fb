import { refreshPartnerListings } from '#catalogue/services/refresh_listings'
import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'

/** What a partner sells is public while the partner may trade; told in the same transaction. */
export default class ShowPartnerListings extends TransactionalJob<{ partnerId: string }> {
  async run({ partnerId }: { partnerId: string }, trx: Transaction) {
    await refreshPartnerListings(trx, partnerId)
  }
}
