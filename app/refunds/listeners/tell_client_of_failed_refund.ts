import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import type RefundFailed from '#refunds/events/refund_failed'
import { clientOfRefund } from '#refunds/queries/client_of_refund'
import { refundById } from '#refunds/queries/refund_rows'

/** A client who waits for money is told that it could not be sent, once nothing is tried any more. */
export default class TellClientOfFailedRefund extends TransactionalJob<RefundFailed> {
  static isWanted(event: object): boolean {
    return (event as RefundFailed).isFinal
  }

  async run({ refundId }: RefundFailed, trx: Transaction) {
    const refund = await refundById(trx, refundId)
    const client = await clientOfRefund(trx, refund)
    if (!client) return
    const amount = formatMoney(money(Number(refund.amount), refund.currency))
    const { number, id: userId, name, email } = client
    await addToFeed(trx, {
      userId,
      kind: 'refund_failed',
      title: `Refund of ${amount} failed`,
      body: `${amount} of order ${number} could not be sent back to you. We look into it.`,
      subjectId: refundId,
    })
    if (email)
      await queueEmail(trx, {
        userId,
        to: email,
        template: 'refund_failed',
        data: { name, number, amount },
      })
  }
}
