import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { cancelLater } from '#payments/services/close_link'
import { UNENDED_PAYMENT } from '#payments/services/states'

/** Nobody is to pay an expired order by a form that is still open somewhere. */
export default class CancelPaymentsOfOrder extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const unended = await trx
      .from('payments')
      .where('order_id', orderId)
      .whereIn('status', UNENDED_PAYMENT)
      .select('id')
    for (const { id } of unended) await cancelLater(trx, id)
  }
}
