import { DomainEvent } from '#core/outbox/job'

/** A paid part was cancelled before it shipped: its money goes back. */
export default class PartCancelled extends DomainEvent {
  static eventName = 'orders.part_cancelled'

  constructor(
    public partId: string,
    public orderId: string,
    public reason: string
  ) {
    super()
  }
}
