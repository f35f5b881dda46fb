import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  leadRows,
  withInquiries,
  type LeadRow,
  type LeadWithInquiry,
} from '#inquiries/queries/inquiry_rows'
import type { LeadStatus } from '#inquiries/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'

/** A partner's own leads, the best match first. */
export default class ListPartnerLeads {
  async execute(
    actor: Actor,
    { status, ...request }: PageRequest & { status?: LeadStatus }
  ): Promise<Page<LeadWithInquiry>> {
    const partner = await new GetOwnPartner().execute(actor)
    const query = leadRows(db).where('leads.partner_id', partner.id)
    if (status) query.where('leads.status', status)
    const page = await keysetPage<LeadRow>(query, request, [
      { column: 'leads.score', direction: 'desc', valueOf: (row) => row.score },
      { column: 'leads.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withInquiries(db, page.rows), meta: page.meta }
  }
}
