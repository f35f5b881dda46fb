import { DomainEvent } from '#core/outbox/job'
import type { OrderRow } from '#orders/queries/order_parts'

/** A client has checked out; the order waits for its payment. */
export default class OrderPlaced extends DomainEvent {
  static eventName = 'orders.order_placed'

  constructor(
    public orderId: string,
    public clientId: string,
    public source: OrderRow['source']
  ) {
    super()
  }
}
