import { DomainEvent } from '#core/outbox/job'

/** A lead ended without the partner's doing: another quote won, the client closed, time ran out. */
export default class LeadEnded extends DomainEvent {
  static eventName = 'inquiries.lead_ended'

  constructor(
    public leadId: string,
    public status: 'lost' | 'withdrawn' | 'expired'
  ) {
    super()
  }
}
