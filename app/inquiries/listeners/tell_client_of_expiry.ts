import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { addToFeed } from '#notifications/services/messages'

/** A client is told that an inquiry ended by itself. */
export default class TellClientOfExpiry extends TransactionalJob<{ inquiryId: string }> {
  async run({ inquiryId }: { inquiryId: string }, trx: Transaction) {
    const inquiry = await trx.from('inquiries').where('id', inquiryId).firstOrFail()
    await addToFeed(trx, {
      userId: inquiry.client_id,
      kind: 'inquiry_expired',
      title: `Your inquiry ended: ${inquiry.title}`,
      body: 'Nothing happened to it for thirty days. Submit it again if you still need it.',
      subjectId: inquiryId,
    })
  }
}
