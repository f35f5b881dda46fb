import { DomainEvent } from '#core/outbox/job'

/** Money came for what cannot be sold any more, or was paid before: it has to go back. */
export default class PaymentUnfulfillable extends DomainEvent {
  static eventName = 'payments.payment_unfulfillable'

  constructor(
    public paymentId: string,
    /** null for a link that no order stands behind */
    public orderId: string | null
  ) {
    super()
  }
}
