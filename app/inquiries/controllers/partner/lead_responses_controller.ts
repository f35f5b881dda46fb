import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import LeadTransformer from '#inquiries/transformers/lead_transformer'
import { respondValidator } from '#inquiries/validators/lead'

/** A partner's quote for a lead. */
@inject()
export default class LeadResponsesController {
  constructor(private respondToLead: RespondToLead) {}

  /** Answer a lead with a quote in the inquiry's currency. */
  async store({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(respondValidator)
    const lead = await this.respondToLead.execute({
      actor: actor!,
      leadId: params.leadId,
      ...payload,
    })
    return serialize(LeadTransformer.transform(lead))
  }
}
