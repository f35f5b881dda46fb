import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import GetLead from '#inquiries/queries/get_lead'
import type { LeadWithInquiry } from '#inquiries/queries/inquiry_rows'
import { moveLead } from '#inquiries/services/states'

/** Shows a partner a lead; the first look is noted. */
export default class ViewLead {
  constructor(private getLead = new GetLead()) {}

  /** @throws NotFound for somebody else's lead */
  async execute({ actor, leadId }: { actor: Actor; leadId: string }): Promise<LeadWithInquiry> {
    const found = await this.getLead.own(actor, leadId)
    if (found.lead.status !== 'pending') return found
    return write(async (trx) => {
      await moveLead(trx, leadId, 'viewed', { viewed_at: clock.now() })
      return this.getLead.own(actor, leadId, trx)
    })
  }
}
