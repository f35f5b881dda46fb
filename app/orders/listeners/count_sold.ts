import { countSold } from '#catalogue/services/sold_counts'
import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { linesOf } from '#orders/queries/order_parts'

/** What was paid for counts as sold: best sellers are listed first. */
export default class CountSold extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const lines = await linesOf(trx, orderId)
    await countSold(
      trx,
      lines.flatMap(({ listing_id: listingId, quantity }) =>
        listingId ? [{ listingId, quantity }] : []
      )
    )
  }
}
