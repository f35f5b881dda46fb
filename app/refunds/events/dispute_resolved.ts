import { DomainEvent } from '#core/outbox/job'

/** A dispute was decided, by staff or by the client's bank. */
export default class DisputeResolved extends DomainEvent {
  static eventName = 'refunds.dispute_resolved'

  constructor(
    public disputeId: string,
    public status: 'resolved_client' | 'resolved_partner'
  ) {
    super()
  }
}
