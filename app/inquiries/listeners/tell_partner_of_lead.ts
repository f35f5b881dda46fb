import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { inquiryRows } from '#inquiries/queries/inquiry_rows'
import { ownerOfLead } from '#inquiries/queries/owner_of_lead'
import { addToFeed, queueEmail } from '#notifications/services/messages'

/** A partner is told of a new lead: in the feed, and by mail. */
export default class TellPartnerOfLead extends TransactionalJob<{
  leadId: string
  inquiryId: string
}> {
  async run({ leadId, inquiryId }: { leadId: string; inquiryId: string }, trx: Transaction) {
    const owner = await ownerOfLead(trx, leadId)
    const inquiry = await inquiryRows(trx).where('inquiries.id', inquiryId).firstOrFail()
    const { title, category_name: category, city: place } = inquiry
    await addToFeed(trx, {
      userId: owner.id,
      kind: 'lead_offered',
      title: `New lead: ${title}`,
      body: `A client asks for ${category} in ${place}. Answer within 48 hours.`,
      subjectId: leadId,
    })
    if (owner.email)
      await queueEmail(trx, {
        userId: owner.id,
        to: owner.email,
        template: 'new_lead',
        data: { name: owner.name, title, category, place },
      })
  }
}
