import { DomainEvent } from '#core/outbox/job'

/** A partner, or staff after a dispute, answered a request for money back. */
export default class RefundRequestAnswered extends DomainEvent {
  static eventName = 'refunds.refund_request_answered'

  constructor(
    public requestId: string,
    public status: 'accepted' | 'contested' | 'rejected'
  ) {
    super()
  }
}
