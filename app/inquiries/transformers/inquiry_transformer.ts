import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { InquiryRow, InquiryWithLeads, LeadRow } from '#inquiries/queries/inquiry_rows'
import { ratingOf } from '#partners/services/public_facts'

/** An inquiry as its client sees it: the answers, never how partners were scored. */
export default class InquiryTransformer extends BaseTransformer<InquiryWithLeads> {
  toObject() {
    const { inquiry, leads } = this.resource
    return {
      ...inquiryFacts(inquiry),
      status: inquiry.status,
      matchedPartners: leads.length,
      acceptedLeadId: inquiry.accepted_lead_id,
      closedAt: toIso(inquiry.closed_at),
      leads: leads.map(leadForClient),
    }
  }
}

/** What everybody who may see an inquiry sees of it. */
export function inquiryFacts(inquiry: InquiryRow) {
  const { id, title, description, currency } = inquiry
  return {
    id,
    title,
    description,
    category: { id: inquiry.category_id, name: inquiry.category_name },
    location: {
      id: inquiry.location_id,
      city: inquiry.city,
      state: inquiry.state,
      country: inquiry.country,
    },
    budget: { min: Number(inquiry.budget_min), max: Number(inquiry.budget_max), currency },
    date: inquiry.wanted_on,
    createdAt: toIso(inquiry.created_at),
  }
}

/** The quote of a lead; null before the partner made one. */
export function quoteOf(lead: LeadRow) {
  return lead.quote_amount === null ? null : money(Number(lead.quote_amount), lead.quote_currency!)
}

/** The partner of a lead, in public facts only. */
export function partnerOf(lead: LeadRow) {
  return {
    id: lead.partner_id,
    businessName: lead.business_name,
    slug: lead.slug,
    rating: ratingOf({ ratingSum: lead.rating_sum, ratingCount: lead.rating_count }),
  }
}

function leadForClient(lead: LeadRow) {
  return {
    id: lead.id,
    status: lead.status,
    partner: partnerOf(lead),
    quote: quoteOf(lead),
    message: lead.message,
    answeredAt: toIso(lead.answered_at),
    createdAt: toIso(lead.created_at),
  }
}
