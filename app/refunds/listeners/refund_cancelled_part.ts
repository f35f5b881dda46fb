import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import type PartCancelled from '#orders/events/part_cancelled'
import type { PartRow } from '#orders/queries/order_parts'
import { lockOrder } from '#orders/services/states'
import RequestRefund from '#refunds/actions/request_refund'
import { leftOf } from '#refunds/services/shares'

/** All that was paid for a cancelled part goes back, once. */
export default class RefundCancelledPart extends TransactionalJob<PartCancelled> {
  async run({ partId, orderId, reason: why }: PartCancelled, trx: Transaction) {
    await lockOrder(trx, orderId)
    const part: PartRow = await trx.from('partner_orders').where('id', partId).firstOrFail()
    const [left] = await leftOf(trx, [part])
    // it cost nothing, or was cancelled because all of it went back
    if (left.total === 0) return
    const reason = why || 'It was cancelled'
    const causeKey = `cancel:${partId}`
    await new RequestRefund().execute({ orderId, partId, reason, actor: null, causeKey })
  }
}
