import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import type PartCancelled from '#orders/events/part_cancelled'
import RefundPart from '#refunds/actions/refund_part'

/** All that was paid for a cancelled part goes back. */
export default class RefundCancelledPart extends TransactionalJob<PartCancelled> {
  async run({ partId, orderId, reason: why }: PartCancelled, trx: Transaction) {
    await new RefundPart().execute(trx, { orderId, partId, reason: why || 'It was cancelled' })
  }
}
