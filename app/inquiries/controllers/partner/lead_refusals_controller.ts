import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import DeclineLead from '#inquiries/actions/decline_lead'
import LeadTransformer from '#inquiries/transformers/lead_transformer'
import { declineValidator } from '#inquiries/validators/lead'

/** A partner's no to a lead. */
@inject()
export default class LeadRefusalsController {
  constructor(private declineLead: DeclineLead) {}

  /** Decline a lead; the next best partner gets the inquiry. */
  async store({ actor, params, request, serialize }: HttpContext) {
    const { reason } = await request.validateUsing(declineValidator)
    const lead = await this.declineLead.execute({ actor: actor!, leadId: params.leadId, reason })
    return serialize(LeadTransformer.transform(lead))
  }
}
