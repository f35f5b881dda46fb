import { DomainEvent } from '#core/outbox/job'

/** Staff decided a request for money back in the partner's place. */
export default class RefundRequestDecided extends DomainEvent {
  static eventName = 'refunds.refund_request_decided'

  constructor(public requestId: string) {
    super()
  }
}
