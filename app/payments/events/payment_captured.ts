import { DomainEvent } from '#core/outbox/job'

/** The money of a payment is with the gateway, and booked. */
export default class PaymentCaptured extends DomainEvent {
  static eventName = 'payments.payment_captured'

  constructor(
    public paymentId: string,
    /** null for a link that no order stands behind */
    public orderId: string | null
  ) {
    super()
  }
}
