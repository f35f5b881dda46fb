import { DomainEvent } from '#core/outbox/job'

/** One attempt to pay has failed; the order still waits for another one. */
export default class PaymentFailed extends DomainEvent {
  static eventName = 'payments.payment_failed'

  constructor(
    public paymentId: string,
    /** null for a link that no order stands behind */
    public orderId: string | null
  ) {
    super()
  }
}
