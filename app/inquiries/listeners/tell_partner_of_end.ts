import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { ownerOfLead } from '#inquiries/queries/owner_of_lead'
import { addToFeed } from '#notifications/services/messages'

interface Payload {
  leadId: string
  status: 'lost' | 'withdrawn' | 'expired'
}

const REASONS = {
  lost: 'The client took another quote.',
  withdrawn: 'The client needs no more answers.',
  expired: 'Its time ran out.',
}

/** A partner is told that a lead ended, and why. */
export default class TellPartnerOfEnd extends TransactionalJob<Payload> {
  async run({ leadId, status }: Payload, trx: Transaction) {
    const owner = await ownerOfLead(trx, leadId)
    const inquiry = await trx
      .from('leads')
      .join('inquiries', 'inquiries.id', 'leads.inquiry_id')
      .where('leads.id', leadId)
      .select('inquiries.title')
      .firstOrFail()
    await addToFeed(trx, {
      userId: owner.id,
      kind: 'lead_ended',
      title: `Lead ended: ${inquiry.title}`,
      body: REASONS[status],
      subjectId: leadId,
    })
  }
}
