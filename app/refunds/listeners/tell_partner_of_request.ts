import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { requestWhere } from '#refunds/queries/request_rows'

/** A partner is told that a client wants money back: in the feed, and by mail. */
export default class TellPartnerOfRequest extends TransactionalJob<{ requestId: string }> {
  async run({ requestId }: { requestId: string }, trx: Transaction) {
    const request = await requestWhere(trx, { 'refund_requests.id': requestId })
    const { partner_user_id: userId, order_number: number, reason } = request
    const owner = await trx.from('users').where('id', userId).firstOrFail()
    const amount = formatMoney(money(Number(request.amount), request.currency))
    await addToFeed(trx, {
      userId,
      kind: 'refund_asked_for',
      title: `${amount} of order ${number} asked back`,
      body: reason,
      subjectId: requestId,
    })
    if (owner.email)
      await queueEmail(trx, {
        userId,
        to: owner.email,
        template: 'refund_asked_for',
        data: { name: owner.name, number, amount, reason },
      })
  }
}
