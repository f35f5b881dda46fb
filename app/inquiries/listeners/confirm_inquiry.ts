import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { inquiryRows, withLeads } from '#inquiries/queries/inquiry_rows'
import { addToFeed, queueEmail } from '#notifications/services/messages'

/** A client is told that the inquiry arrived, and how many partners have it. */
export default class ConfirmInquiry extends TransactionalJob<{ inquiryId: string }> {
  async run({ inquiryId }: { inquiryId: string }, trx: Transaction) {
    const row = await inquiryRows(trx).where('inquiries.id', inquiryId).firstOrFail()
    const [{ inquiry, leads }] = await withLeads(trx, [row])
    await addToFeed(trx, {
      userId: inquiry.client_id,
      kind: 'inquiry_received',
      title: `Your inquiry: ${inquiry.title}`,
      body: leads.length
        ? `It went to ${leads.length === 1 ? 'one partner' : `${leads.length} partners`}.`
        : 'We are looking for a partner.',
      subjectId: inquiryId,
    })
    if (inquiry.client_email && leads.length)
      await queueEmail(trx, {
        userId: inquiry.client_id,
        to: inquiry.client_email,
        template: 'inquiry_received',
        data: { name: inquiry.client_name, title: inquiry.title, partners: leads.length },
      })
  }
}
