import { DomainEvent } from '#core/outbox/job'

/** Nobody paid in time: the stock is free again, the lines are back in the cart. */
export default class OrderExpired extends DomainEvent {
  static eventName = 'orders.order_expired'

  constructor(public orderId: string) {
    super()
  }
}
