import { DomainEvent } from '#core/outbox/job'

/** A client has checked out; the order waits for its payment. */
export default class OrderPlaced extends DomainEvent {
  static eventName = 'orders.order_placed'

  constructor(
    public orderId: string,
    public clientId: string
  ) {
    super()
  }
}
