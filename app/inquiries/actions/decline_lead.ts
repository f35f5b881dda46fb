import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { InquiryNotOpen, LeadNotOpen } from '#inquiries/errors'
import GetLead from '#inquiries/queries/get_lead'
import type { LeadWithInquiry } from '#inquiries/queries/inquiry_rows'
import { passOn } from '#inquiries/services/pass_on'
import { lockOpenInquiry, moveLead, statusOf } from '#inquiries/services/states'

/** A partner does not want a lead: the next best partner gets one. */
export default class DeclineLead {
  constructor(private getLead = new GetLead()) {}

  /**
   * @throws NotFound for somebody else's lead
   * @throws InquiryNotOpen, LeadNotOpen when it ended, was answered or expired before
   */
  async execute({ actor, leadId, reason }: { actor: Actor; leadId: string; reason?: string }) {
    return write(async (trx): Promise<LeadWithInquiry> => {
      const { lead, inquiry } = await this.getLead.own(actor, leadId, trx)
      if (!(await lockOpenInquiry(trx, inquiry.id)))
        throw new InquiryNotOpen(await statusOf(trx, 'inquiries', inquiry.id))
      const now = clock.now()
      const answer = { decline_reason: reason ?? null, answered_at: now, ended_at: now }
      if (!(await moveLead(trx, leadId, 'declined', answer)))
        throw new LeadNotOpen(await statusOf(trx, 'leads', leadId))
      await passOn(trx, inquiry, { partnerId: lead.partner_id, ending: 'answered' })
      return this.getLead.own(actor, leadId, trx)
    })
  }
}
