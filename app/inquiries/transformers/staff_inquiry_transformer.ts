import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { InquiryWithLeads, LeadRow } from '#inquiries/queries/inquiry_rows'
import { inquiryFacts, partnerOf, quoteOf } from '#inquiries/transformers/inquiry_transformer'

/** An inquiry as staff see it: who asks, who was asked, and why these. */
export default class StaffInquiryTransformer extends BaseTransformer<InquiryWithLeads> {
  toObject() {
    const { inquiry, leads } = this.resource
    return {
      ...inquiryFacts(inquiry),
      status: inquiry.status,
      matchedPartners: leads.length,
      liveLeads: inquiry.live_leads,
      acceptedLeadId: inquiry.accepted_lead_id,
      closedAt: toIso(inquiry.closed_at),
      client: {
        id: inquiry.client_id,
        name: inquiry.client_name,
        email: inquiry.client_email,
        phone: inquiry.client_phone,
      },
      leads: leads.map(leadForStaff),
    }
  }
}

function leadForStaff(lead: LeadRow) {
  return {
    id: lead.id,
    status: lead.status,
    partner: partnerOf(lead),
    match: {
      rank: lead.rank,
      score: lead.score,
      parts: JSON.parse(lead.score_parts) as Record<string, number>,
      ruleVersion: lead.rule_version,
    },
    quote: quoteOf(lead),
    message: lead.message,
    declineReason: lead.decline_reason,
    dueAt: toIso(lead.due_at),
    viewedAt: toIso(lead.viewed_at),
    answeredAt: toIso(lead.answered_at),
    endedAt: toIso(lead.ended_at),
    createdAt: toIso(lead.created_at),
  }
}
