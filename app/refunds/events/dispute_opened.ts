import { DomainEvent } from '#core/outbox/job'

/** A client disagrees with a partner, or a client's bank claims a payment back. */
export default class DisputeOpened extends DomainEvent {
  static eventName = 'refunds.dispute_opened'

  constructor(public disputeId: string) {
    super()
  }
}
