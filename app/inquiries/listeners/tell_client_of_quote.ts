import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney } from '#core/support/money'
import { inquiryRows, leadRows } from '#inquiries/queries/inquiry_rows'
import { addToFeed, queueEmail } from '#notifications/services/messages'

/** A client is told of a quote. */
export default class TellClientOfQuote extends TransactionalJob<{
  leadId: string
  inquiryId: string
}> {
  async run({ leadId, inquiryId }: { leadId: string; inquiryId: string }, trx: Transaction) {
    const lead = await leadRows(trx).where('leads.id', leadId).firstOrFail()
    const inquiry = await inquiryRows(trx).where('inquiries.id', inquiryId).firstOrFail()
    const quote = formatMoney({ amount: Number(lead.quote_amount), currency: lead.quote_currency })
    const { business_name: businessName } = lead
    await addToFeed(trx, {
      userId: inquiry.client_id,
      kind: 'quote_received',
      title: `A quote from ${businessName}`,
      body: `${businessName} offers ${quote} for "${inquiry.title}".`,
      subjectId: inquiryId,
    })
    if (inquiry.client_email)
      await queueEmail(trx, {
        userId: inquiry.client_id,
        to: inquiry.client_email,
        template: 'quote_received',
        data: { name: inquiry.client_name, title: inquiry.title, businessName, quote },
      })
  }
}
