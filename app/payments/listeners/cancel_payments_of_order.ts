import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { cancelLater } from '#payments/services/close_link'
import { LIVE_PAYMENT } from '#payments/services/states'

/** Nobody is to pay an expired order by a form that is still open somewhere. */
export default class CancelPaymentsOfOrder extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const live = await trx
      .from('payments')
      .where('order_id', orderId)
      .whereIn('status', LIVE_PAYMENT)
      .select('id')
    for (const { id } of live) await cancelLater(trx, id)
  }
}
