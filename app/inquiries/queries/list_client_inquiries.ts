import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  inquiryRows,
  withLeads,
  type InquiryRow,
  type InquiryWithLeads,
} from '#inquiries/queries/inquiry_rows'
import type { InquiryStatus } from '#inquiries/services/states'

/** A client's own inquiries with the answers to them, newest first. */
export default class ListClientInquiries {
  async execute(
    actor: Actor,
    { status, ...request }: PageRequest & { status?: InquiryStatus }
  ): Promise<Page<InquiryWithLeads>> {
    const query = inquiryRows(db).where('inquiries.client_id', actor.id)
    if (status) query.where('inquiries.status', status)
    const page = await keysetPage<InquiryRow>(query, request, [
      { column: 'inquiries.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withLeads(db, page.rows), meta: page.meta }
  }
}
