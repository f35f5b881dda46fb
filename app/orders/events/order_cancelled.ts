import { DomainEvent } from '#core/outbox/job'

/** An unpaid order was cancelled; of a paid one, each part is (PartCancelled). */
export default class OrderCancelled extends DomainEvent {
  static eventName = 'orders.order_cancelled'

  constructor(
    public orderId: string,
    public reason: string
  ) {
    super()
  }
}
