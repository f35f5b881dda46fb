import { DomainEvent } from '#core/outbox/job'

/** A client asks a partner for money back. */
export default class RefundAskedFor extends DomainEvent {
  static eventName = 'refunds.refund_asked_for'

  constructor(public requestId: string) {
    super()
  }
}
