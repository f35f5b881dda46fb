import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { InquiryRow, LeadWithInquiry } from '#inquiries/queries/inquiry_rows'
import { inquiryFacts, quoteOf } from '#inquiries/transformers/inquiry_transformer'

/** A lead as its partner sees it: how to reach the client only once the quote has won. */
export default class LeadTransformer extends BaseTransformer<LeadWithInquiry> {
  toObject() {
    const { lead, inquiry } = this.resource
    return {
      id: lead.id,
      status: lead.status,
      // how well it fits, out of 1,000,000; the parts are for staff alone
      score: lead.score,
      client: {
        firstName: firstNameOf(inquiry),
        contact: lead.status === 'won' ? contactOf(inquiry) : null,
      },
      inquiry: inquiryFacts(inquiry),
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
}

function firstNameOf(inquiry: InquiryRow): string {
  return inquiry.client_name.trim().split(/\s+/)[0]
}

function contactOf(inquiry: InquiryRow) {
  return {
    name: inquiry.client_name,
    email: inquiry.client_email,
    phone: inquiry.client_phone,
  }
}
