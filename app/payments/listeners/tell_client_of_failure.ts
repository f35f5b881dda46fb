import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { addToFeed } from '#notifications/services/messages'

/** An attempt to pay failed: the order waits for another one until it expires. */
export default class TellClientOfFailure extends TransactionalJob<{ orderId: string | null }> {
  async run({ orderId }: { orderId: string | null }, trx: Transaction) {
    if (!orderId) return
    const order = await trx
      .from('orders')
      .where({ id: orderId, status: 'awaiting_payment' })
      .first()
    if (!order) return
    await addToFeed(trx, {
      userId: order.client_id,
      kind: 'payment_failed',
      title: `Your payment failed: order ${order.number}`,
      body: 'Nothing was charged. The order waits a little for another attempt.',
      subjectId: orderId,
    })
  }
}
