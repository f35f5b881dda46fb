import { DomainEvent } from '#core/outbox/job'

/** The gateway could not give the money back: everybody has their share again. */
export default class RefundFailed extends DomainEvent {
  static eventName = 'refunds.refund_failed'

  constructor(
    public refundId: string,
    /** no other refund will be made by itself */
    public isFinal: boolean
  ) {
    super()
  }
}
