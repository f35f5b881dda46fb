import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed } from '#notifications/services/messages'
import { requestWhere } from '#refunds/queries/request_rows'

/** A partner is told that staff decided a request in the partner's place. */
export default class TellPartnerOfDecision extends TransactionalJob<{ requestId: string }> {
  async run({ requestId }: { requestId: string }, trx: Transaction) {
    const request = await requestWhere(trx, { 'refund_requests.id': requestId })
    const amount = formatMoney(money(Number(request.amount), request.currency))
    await addToFeed(trx, {
      userId: request.partner_user_id,
      kind: 'refund_request_decided',
      title: `Order ${request.order_number}: the request for ${amount} was ${request.status}`,
      body: request.answer ?? '',
      subjectId: requestId,
    })
  }
}
