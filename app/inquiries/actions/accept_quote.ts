import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { InquiryNotOpen, LeadNotQuoted, PartnerNotApproved } from '#inquiries/errors'
import QuoteAccepted from '#inquiries/events/quote_accepted'
import GetInquiry from '#inquiries/queries/get_inquiry'
import type { InquiryRow, InquiryWithLeads, LeadRow } from '#inquiries/queries/inquiry_rows'
import { endLeads } from '#inquiries/services/end_leads'
import { moveInquiry, moveLead, OPEN_INQUIRY, statusOf } from '#inquiries/services/states'

/** The client takes one quote; the first acceptance wins, and the other leads end with it. */
export default class AcceptQuote {
  constructor(private getInquiry = new GetInquiry()) {}

  /**
   * @throws NotFound for somebody else's inquiry, or a lead that is not one of its leads
   * @throws InquiryNotOpen when it was accepted, closed or expired before
   * @throws LeadNotQuoted when there is no quote to accept
   * @throws PartnerNotApproved when the partner, or the account behind it, was suspended after quoting
   */
  async execute({ actor, inquiryId, leadId }: { actor: Actor; inquiryId: string; leadId: string }) {
    return write(async (trx): Promise<InquiryWithLeads> => {
      const { inquiry, leads } = await this.getInquiry.own(actor, inquiryId, trx)
      const lead = leads.find((own) => own.id === leadId)
      if (!lead) throw new NotFound()

      const now = clock.now()
      const accepted = { accepted_lead_id: leadId, closed_at: now }
      if (!(await moveInquiry(trx, inquiryId, 'accepted', accepted)))
        throw await refusal(trx, inquiryId, leadId)
      if (!(await moveLead(trx, leadId, 'won', { ended_at: now })))
        throw new LeadNotQuoted(await statusOf(trx, 'leads', leadId))
      await assertApproved(trx, lead.partner_id)
      await endLeads(trx, inquiryId, 'lost')
      await outbox.record(trx, quoteAccepted(inquiry, lead, actor))
      return this.getInquiry.own(actor, inquiryId, trx)
    })
  }
}

/** An inquiry that nobody has quoted for is open all the same: what is missing is the quote. */
async function refusal(trx: Transaction, inquiryId: string, leadId: string) {
  const state = await statusOf(trx, 'inquiries', inquiryId)
  const isOpen = OPEN_INQUIRY.some((open) => open === state)
  return isOpen
    ? new LeadNotQuoted(await statusOf(trx, 'leads', leadId))
    : new InquiryNotOpen(state)
}

async function assertApproved(trx: Transaction, partnerId: string) {
  const partner = await trx
    .from('partners')
    .join('users', 'users.id', 'partners.user_id')
    .where('partners.id', partnerId)
    .select('partners.status', 'users.status as account')
    .firstOrFail()
  if (partner.account !== 'active') throw new PartnerNotApproved(partner.account)
  if (partner.status !== 'approved') throw new PartnerNotApproved(partner.status)
}

function quoteAccepted(inquiry: InquiryRow, lead: LeadRow, { ip }: Actor): QuoteAccepted {
  return new QuoteAccepted(
    inquiry.id,
    lead.id,
    inquiry.client_id,
    lead.partner_id,
    inquiry.category_id,
    inquiry.title,
    Number(lead.quote_amount),
    lead.quote_currency!,
    inquiry.wanted_on,
    ip
  )
}
