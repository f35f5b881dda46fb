import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import InquiryExpired from '#inquiries/events/inquiry_expired'
import { endLeads } from '#inquiries/services/end_leads'
import { moveInquiry, OPEN_INQUIRY } from '#inquiries/services/states'

/** Nothing happened to an inquiry for a long time: it ends by itself. */
export default class ExpireInquiry {
  /** @returns false when it was quoted for, accepted or closed in the meantime */
  async execute({ inquiryId, idleSince }: { inquiryId: string; idleSince: number }) {
    return write(async (trx): Promise<boolean> => {
      const idle = trx
        .from('inquiries')
        .where('id', inquiryId)
        .whereIn('status', OPEN_INQUIRY)
        .where('updated_at', '<=', idleSince)
      if (!(await changedOne(idle, { version: trx.raw('version + 1') }))) return false
      await moveInquiry(trx, inquiryId, 'expired', { closed_at: clock.now() })
      await endLeads(trx, inquiryId, 'expired')
      await outbox.record(trx, new InquiryExpired(inquiryId))
      return true
    })
  }
}
