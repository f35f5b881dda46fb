import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ViewLead from '#inquiries/actions/view_lead'
import ListPartnerLeads from '#inquiries/queries/list_partner_leads'
import LeadTransformer from '#inquiries/transformers/lead_transformer'
import { listLeadsValidator } from '#inquiries/validators/lead'

/** The inquiries that were offered to a partner. */
@inject()
export default class LeadsController {
  constructor(
    private listLeads: ListPartnerLeads,
    private viewLead: ViewLead
  ) {}

  /** Own leads, the best match first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listLeadsValidator)
    const page = await this.listLeads.execute(actor!, filters)
    return serializePage(LeadTransformer.transform(page.rows), page.meta)
  }

  /** One own lead; the first look marks it viewed. */
  async show({ actor, params, serialize }: HttpContext) {
    const lead = await this.viewLead.execute({ actor: actor!, leadId: params.leadId })
    return serialize(LeadTransformer.transform(lead))
  }
}
