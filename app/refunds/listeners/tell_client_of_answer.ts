import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { addToFeed } from '#notifications/services/messages'
import { requestWhere } from '#refunds/queries/request_rows'

const WORDS = {
  accepted: 'The money is on its way back to you.',
  contested: 'The partner disagrees; we decide and write again.',
  rejected: 'We decided for the partner.',
}

interface Payload {
  requestId: string
  status: keyof typeof WORDS
}

/** A client is told what became of a request for money back. */
export default class TellClientOfAnswer extends TransactionalJob<Payload> {
  async run({ requestId, status }: Payload, trx: Transaction) {
    const request = await requestWhere(trx, { 'refund_requests.id': requestId })
    await addToFeed(trx, {
      userId: request.client_id,
      kind: `refund_request_${status}`,
      title: `Order ${request.order_number}: your request was ${status}`,
      body: request.answer ? `${WORDS[status]} ${request.answer}` : WORDS[status],
      subjectId: requestId,
    })
  }
}
