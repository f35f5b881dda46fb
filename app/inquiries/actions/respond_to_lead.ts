import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import type { Money } from '#core/support/money'
import { InquiryNotOpen, LeadNotOpen, PartnerNotApproved } from '#inquiries/errors'
import LeadQuoted from '#inquiries/events/lead_quoted'
import GetLead from '#inquiries/queries/get_lead'
import type { LeadWithInquiry } from '#inquiries/queries/inquiry_rows'
import { releasePlace } from '#inquiries/services/partner_loads'
import { moveInquiry, moveLead, statusOf } from '#inquiries/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { refreshReach } from '#partners/services/reach'

export interface RespondInput {
  actor: Actor
  leadId: string
  quote: Money
  message: string
}

/** A partner quotes a price for a lead. */
export default class RespondToLead {
  constructor(private getLead = new GetLead()) {}

  /**
   * @throws NotFound for somebody else's lead
   * @throws InvalidField when the quote is in another currency than the budget
   * @throws PartnerNotApproved when the partner may not trade
   * @throws InquiryNotOpen, LeadNotOpen when it ended, was answered or expired before
   */
  async execute({ actor, leadId, quote, message }: RespondInput): Promise<LeadWithInquiry> {
    return write(async (trx) => {
      const { lead, inquiry } = await this.getLead.own(actor, leadId, trx)
      if (quote.currency !== inquiry.currency)
        throw new InvalidField(
          'quote.currency',
          'sameAs',
          `The quote.currency field must be the inquiry's: ${inquiry.currency}`
        )
      await assertMayTrade(actor)

      if (!(await moveInquiry(trx, inquiry.id, 'quoted')))
        throw new InquiryNotOpen(await statusOf(trx, 'inquiries', inquiry.id))
      const answer = {
        quote_amount: quote.amount,
        quote_currency: quote.currency,
        message,
        answered_at: clock.now(),
      }
      if (!(await moveLead(trx, leadId, 'quoted', answer)))
        throw new LeadNotOpen(await statusOf(trx, 'leads', leadId))
      await releasePlace(trx, lead.partner_id, 'answered')
      await refreshReach(trx, [lead.partner_id])
      await outbox.record(trx, new LeadQuoted(leadId, inquiry.id))
      return this.getLead.own(actor, leadId, trx)
    })
  }
}

async function assertMayTrade(actor: Actor) {
  const partner = await new GetOwnPartner().execute(actor)
  if (!partner.isApproved) throw new PartnerNotApproved(partner.status)
}
