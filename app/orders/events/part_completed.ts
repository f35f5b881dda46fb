import { DomainEvent } from '#core/outbox/job'

/** A part was completed: its money is the partner's to withdraw. */
export default class PartCompleted extends DomainEvent {
  static eventName = 'orders.part_completed'

  constructor(
    public partId: string,
    public orderId: string
  ) {
    super()
  }
}
