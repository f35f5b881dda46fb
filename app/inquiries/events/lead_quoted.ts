import { DomainEvent } from '#core/outbox/job'

/** A partner answered a lead with a quote. */
export default class LeadQuoted extends DomainEvent {
  static eventName = 'inquiries.lead_quoted'

  constructor(
    public leadId: string,
    public inquiryId: string
  ) {
    super()
  }
}
