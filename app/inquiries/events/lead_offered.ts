import { DomainEvent } from '#core/outbox/job'

/** An inquiry was offered to a partner. */
export default class LeadOffered extends DomainEvent {
  static eventName = 'inquiries.lead_offered'

  constructor(
    public leadId: string,
    public inquiryId: string
  ) {
    super()
  }
}
