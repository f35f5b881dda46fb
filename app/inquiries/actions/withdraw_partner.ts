import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import LeadEnded from '#inquiries/events/lead_ended'
import { inquiryRows } from '#inquiries/queries/inquiry_rows'
import { offerLeads } from '#inquiries/services/offer_leads'
import { passOn } from '#inquiries/services/pass_on'
import { LIVE_LEAD, lockOpenInquiry, moveLead } from '#inquiries/services/states'

/** A partner leaves for good: every live lead ends, and the next best partner gets the inquiry. */
export default class WithdrawPartner {
  async execute({ partnerId }: { partnerId: string }) {
    await write(async (trx) => {
      const live = await trx
        .from('leads')
        .where('partner_id', partnerId)
        .whereIn('status', LIVE_LEAD)
        .orderBy('inquiry_id')
        .select('id', 'inquiry_id', 'status')
      for (const lead of live) await this.#end(trx, partnerId, lead)
    })
  }

  async #end(
    trx: Transaction,
    partnerId: string,
    lead: { id: string; inquiry_id: string; status: string }
  ) {
    if (!(await lockOpenInquiry(trx, lead.inquiry_id))) return
    if (!(await moveLead(trx, lead.id, 'withdrawn', { ended_at: clock.now() }))) return
    await outbox.record(trx, new LeadEnded(lead.id, 'withdrawn'))
    const inquiry = await inquiryRows(trx).where('inquiries.id', lead.inquiry_id).firstOrFail()
    if (lead.status !== 'quoted') return passOn(trx, inquiry, { partnerId, ending: 'withdrawn' })
    // a quote takes no place among the open leads
    await trx
      .from('inquiries')
      .where('id', inquiry.id)
      .update({ live_leads: trx.raw('live_leads - 1') })
    await offerLeads(trx, inquiry, 1)
  }
}
