import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { clientOfOrder } from '#orders/queries/order_people'
import { tell } from '#orders/services/tell'

/** A client is told that an unpaid order has ended, by itself or by somebody. */
export default class TellClientOfEnd extends TransactionalJob<{
  orderId: string
  reason?: string
}> {
  async run({ orderId, reason }: { orderId: string; reason?: string }, trx: Transaction) {
    const client = await clientOfOrder(trx, orderId)
    const { status } = await trx.from('orders').where('id', orderId).select('status').firstOrFail()
    if (status !== 'expired' && status !== 'cancelled') return // it was paid after all
    const why = status === 'expired' ? 'Nobody paid it in time.' : (reason ?? '')
    const cart = client.source === 'cart' ? 'What was in it is in your cart again.' : ''
    await tell(trx, client, {
      kind: `order_${status}`,
      title: `Your order ${client.number} has ${status === 'expired' ? 'expired' : 'been cancelled'}`,
      body: [why, cart].filter(Boolean).join(' '),
      subjectId: orderId,
    })
  }
}
