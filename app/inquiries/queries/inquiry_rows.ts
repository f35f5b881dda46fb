/*
 * Inquiries and leads with what is shown beside them, as plain rows: two queries for any number of
 * inquiries, inside a transaction or not.
 */
import type { Transaction } from '#core/database/write'
import type { InquiryStatus, LeadStatus } from '#inquiries/services/states'

export type Reader = Pick<Transaction, 'from'>

export interface InquiryRow {
  id: string
  client_id: string
  client_name: string
  client_email: string | null
  client_phone: string | null
  category_id: string
  category_name: string
  location_id: string
  city: string
  state: string
  country: string
  title: string
  description: string
  budget_min: number | string
  budget_max: number | string
  currency: string
  wanted_on: string | null
  status: InquiryStatus
  accepted_lead_id: string | null
  live_leads: number
  closed_at: number | null
  created_at: number
}

export interface LeadRow {
  id: string
  inquiry_id: string
  partner_id: string
  business_name: string
  slug: string
  rating_sum: number
  rating_count: number
  status: LeadStatus
  rank: number
  score: number
  score_parts: string
  rule_version: number
  quote_amount: number | string | null
  quote_currency: string | null
  message: string | null
  decline_reason: string | null
  due_at: number
  viewed_at: number | null
  answered_at: number | null
  ended_at: number | null
  created_at: number
}

/** An inquiry with its leads, in the order in which partners were asked. */
export interface InquiryWithLeads {
  inquiry: InquiryRow
  leads: LeadRow[]
}

/** A lead with its inquiry, as its partner gets it. */
export interface LeadWithInquiry {
  lead: LeadRow
  inquiry: InquiryRow
}

const INQUIRY_COLUMNS = [
  'inquiries.id',
  'inquiries.client_id',
  'users.name as client_name',
  'users.email as client_email',
  'users.phone as client_phone',
  'inquiries.category_id',
  'categories.name as category_name',
  'inquiries.location_id',
  'locations.city',
  'locations.state',
  'locations.country',
  'inquiries.title',
  'inquiries.description',
  'inquiries.budget_min',
  'inquiries.budget_max',
  'inquiries.currency',
  'inquiries.wanted_on',
  'inquiries.status',
  'inquiries.accepted_lead_id',
  'inquiries.live_leads',
  'inquiries.closed_at',
  'inquiries.created_at',
]

const LEAD_COLUMNS = [
  'leads.id',
  'leads.inquiry_id',
  'leads.partner_id',
  'partners.business_name',
  'partners.slug',
  'partners.rating_sum',
  'partners.rating_count',
  'leads.status',
  'leads.rank',
  'leads.score',
  'leads.score_parts',
  'leads.rule_version',
  'leads.quote_amount',
  'leads.quote_currency',
  'leads.message',
  'leads.decline_reason',
  'leads.due_at',
  'leads.viewed_at',
  'leads.answered_at',
  'leads.ended_at',
  'leads.created_at',
]

export function inquiryRows(reader: Reader) {
  return reader
    .from('inquiries')
    .join('users', 'users.id', 'inquiries.client_id')
    .join('categories', 'categories.id', 'inquiries.category_id')
    .join('locations', 'locations.id', 'inquiries.location_id')
    .select(INQUIRY_COLUMNS)
}

export function leadRows(reader: Reader) {
  return reader
    .from('leads')
    .join('partners', 'partners.id', 'leads.partner_id')
    .select(LEAD_COLUMNS)
}

/** Adds the leads to some inquiries. */
export async function withLeads(
  reader: Reader,
  inquiries: InquiryRow[]
): Promise<InquiryWithLeads[]> {
  const ids = inquiries.map((inquiry) => inquiry.id)
  const leads: LeadRow[] = ids.length
    ? await leadRows(reader).whereIn('leads.inquiry_id', ids).orderBy('leads.rank')
    : []
  return inquiries.map((inquiry) => ({
    inquiry,
    leads: leads.filter((lead) => lead.inquiry_id === inquiry.id),
  }))
}

/** Adds the inquiries to some leads. */
export async function withInquiries(reader: Reader, leads: LeadRow[]): Promise<LeadWithInquiry[]> {
  const ids = leads.map((lead) => lead.inquiry_id)
  const inquiries: InquiryRow[] = ids.length
    ? await inquiryRows(reader).whereIn('inquiries.id', ids)
    : []
  const byId = new Map(inquiries.map((inquiry) => [inquiry.id, inquiry]))
  return leads.map((lead) => ({ lead, inquiry: byId.get(lead.inquiry_id)! }))
}
