import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { InquiryNotOpen } from '#inquiries/errors'
import GetInquiry from '#inquiries/queries/get_inquiry'
import type { InquiryWithLeads } from '#inquiries/queries/inquiry_rows'
import { endLeads } from '#inquiries/services/end_leads'
import { moveInquiry, statusOf } from '#inquiries/services/states'

/** The client wants no more answers: the live leads end, and their partners are free for others. */
export default class CloseInquiry {
  constructor(private getInquiry = new GetInquiry()) {}

  /**
   * @throws NotFound for somebody else's inquiry
   * @throws InquiryNotOpen when it ended before
   */
  async execute({ actor, inquiryId }: { actor: Actor; inquiryId: string }) {
    return write(async (trx): Promise<InquiryWithLeads> => {
      await this.getInquiry.own(actor, inquiryId, trx)
      if (!(await moveInquiry(trx, inquiryId, 'closed', { closed_at: clock.now() })))
        throw new InquiryNotOpen(await statusOf(trx, 'inquiries', inquiryId))
      await endLeads(trx, inquiryId, 'withdrawn')
      return this.getInquiry.own(actor, inquiryId, trx)
    })
  }
}
