import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { clientOfRefund } from '#refunds/queries/client_of_refund'
import { refundById } from '#refunds/queries/refund_rows'

/** A client is told that money is back: in the feed, and by mail. */
export default class TellClientOfRefund extends TransactionalJob<{ refundId: string }> {
  async run({ refundId }: { refundId: string }, trx: Transaction) {
    const refund = await refundById(trx, refundId)
    const client = await clientOfRefund(trx, refund)
    if (!client) return
    const amount = formatMoney(money(Number(refund.amount), refund.currency))
    const { number, id: userId, name, email } = client
    await addToFeed(trx, {
      userId,
      kind: 'refund_succeeded',
      title: `Refund of ${amount}`,
      body: `${amount} of order ${number} is on its way to you: ${refund.reason}`,
      subjectId: refundId,
    })
    if (email)
      await queueEmail(trx, {
        userId,
        to: email,
        template: 'refund',
        data: { name, number, amount, reason: refund.reason },
      })
  }
}
