import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { lockOrder } from '#orders/services/states'
import RefundPart from '#refunds/actions/refund_part'
import ReturnLatePayment from '#refunds/actions/return_late_payment'
import { refundById } from '#refunds/queries/refund_rows'
import { causeOf } from '#refunds/services/retries'

/** Makes a failed refund again, unless its money has gone back in another way. */
export default class RetryRefundJob extends TransactionalJob<{ refundId: string }> {
  async run({ refundId }: { refundId: string }, trx: Transaction) {
    const refund = await refundById(trx, refundId)
    const { order_id: orderId, reason } = refund
    const { kind, id } = causeOf(refund)
    if (orderId) await lockOrder(trx, orderId)
    if (kind === 'late') await new ReturnLatePayment().execute(trx, id)
    else await new RefundPart().execute(trx, { orderId: orderId!, partId: id, reason })
  }
}
