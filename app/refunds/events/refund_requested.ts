import { DomainEvent } from '#core/outbox/job'

/** Money is to go back to a client; the books know, the gateway does not yet. */
export default class RefundRequested extends DomainEvent {
  static eventName = 'refunds.refund_requested'

  constructor(public refundId: string) {
    super()
  }
}
