import { DomainEvent } from '#core/outbox/job'

/** The whole of an order was paid: its partners may begin. */
export default class OrderPaid extends DomainEvent {
  static eventName = 'orders.order_paid'

  constructor(public orderId: string) {
    super()
  }
}
