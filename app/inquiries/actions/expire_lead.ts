import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import LeadEnded from '#inquiries/events/lead_ended'
import { inquiryRows } from '#inquiries/queries/inquiry_rows'
import { passOn } from '#inquiries/services/pass_on'
import { lockOpenInquiry, moveLead } from '#inquiries/services/states'

/** A partner kept silent for too long: the next best partner gets the inquiry. */
export default class ExpireLead {
  /** @returns false when the lead was answered, or ended, in the meantime */
  async execute({ leadId }: { leadId: string }): Promise<boolean> {
    return write(async (trx) => {
      const lead = await trx.from('leads').where('id', leadId).first()
      const inquiry = await inquiryRows(trx).where('inquiries.id', lead.inquiry_id).firstOrFail()
      if (!(await lockOpenInquiry(trx, inquiry.id))) return false
      if (!(await moveLead(trx, leadId, 'expired', { ended_at: clock.now() }))) return false
      await outbox.record(trx, new LeadEnded(leadId, 'expired'))
      await passOn(trx, inquiry, { partnerId: lead.partner_id, ending: 'silent' })
      return true
    })
  }
}
