import env from '#start/env'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { InquiryNotOpen } from '#inquiries/errors'
import GetInquiry from '#inquiries/queries/get_inquiry'
import type { InquiryWithLeads } from '#inquiries/queries/inquiry_rows'
import { offerLeads } from '#inquiries/services/offer_leads'
import { lockOpenInquiry } from '#inquiries/services/states'

/** Staff look for partners again: as many as are missing to the usual number of live leads. */
export default class RematchInquiry {
  constructor(private getInquiry = new GetInquiry()) {}

  /**
   * @throws NotFound
   * @throws InquiryNotOpen when it ended before
   */
  async execute({ actor, inquiryId }: { actor: Actor; inquiryId: string }) {
    return write(async (trx): Promise<InquiryWithLeads> => {
      const isOpen = await lockOpenInquiry(trx, inquiryId)
      const { inquiry } = await this.getInquiry.any(inquiryId, trx)
      if (!isOpen) throw new InquiryNotOpen(inquiry.status)
      const missing = Math.max(0, env.get('LEADS_PER_INQUIRY') - inquiry.live_leads)
      const offered = missing ? await offerLeads(trx, inquiry, missing) : 0
      await recordAudit(trx, {
        actor,
        action: 'inquiry.rematched',
        subject: { type: 'inquiry', id: inquiryId },
        personId: inquiry.client_id,
        before: { liveLeads: inquiry.live_leads },
        after: { liveLeads: inquiry.live_leads + offered },
      })
      return this.getInquiry.any(inquiryId, trx)
    })
  }
}
