import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  inquiryRows,
  withLeads,
  type InquiryRow,
  type InquiryWithLeads,
} from '#inquiries/queries/inquiry_rows'
import { OPEN_INQUIRY, type InquiryStatus } from '#inquiries/services/states'

export interface StaffInquiryFilters {
  status?: InquiryStatus
  categoryId?: string
  locationId?: string
  /** open, and with no partner: none was found, or all declined or kept silent */
  unmatched?: boolean
}

/** All inquiries with their leads and how these came about, newest first. */
export default class ListStaffInquiries {
  async execute(
    request: PageRequest,
    { status, categoryId, locationId, unmatched }: StaffInquiryFilters
  ): Promise<Page<InquiryWithLeads>> {
    const query = inquiryRows(db)
    if (status) query.where('inquiries.status', status)
    if (categoryId) query.where('inquiries.category_id', categoryId)
    if (locationId) query.where('inquiries.location_id', locationId)
    if (unmatched) query.whereIn('inquiries.status', OPEN_INQUIRY).where('inquiries.live_leads', 0)
    const page = await keysetPage<InquiryRow>(query, request, [
      { column: 'inquiries.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withLeads(db, page.rows), meta: page.meta }
  }
}
