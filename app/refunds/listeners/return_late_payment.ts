import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import type PaymentUnfulfillable from '#payments/events/payment_unfulfillable'
import ReturnLatePaymentAction from '#refunds/actions/return_late_payment'

/** Money that came too late goes back; in the transaction that booked it. */
export default class ReturnLatePayment extends TransactionalJob<PaymentUnfulfillable> {
  async run({ paymentId }: PaymentUnfulfillable, trx: Transaction) {
    await new ReturnLatePaymentAction().execute(trx, paymentId)
  }
}
