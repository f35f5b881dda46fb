import { DomainEvent } from '#core/outbox/job'

/** The gateway has given the money back. */
export default class RefundSucceeded extends DomainEvent {
  static eventName = 'refunds.refund_succeeded'

  constructor(public refundId: string) {
    super()
  }
}
