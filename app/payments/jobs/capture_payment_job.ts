import db from '@adonisjs/lucid/services/db'
import { Job } from '#core/outbox/job'
import CapturePayment from '#payments/actions/capture_payment'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { isWanted } from '#payments/queries/wanted'

/**
 * A gateway holds money that its client has agreed to pay: it is taken although the client's app has
 * not come back (it was closed, or the network was gone). Unless nobody wants it any more.
 */
export default class CapturePaymentJob extends Job<{ paymentId: string }> {
  async handle({ paymentId }: { paymentId: string }) {
    const payment: PaymentRow = await db.from('payments').where({ id: paymentId }).firstOrFail()
    if (payment.status !== 'authorised' || !(await isWanted(payment))) return
    await new CapturePayment().execute({ paymentId })
  }
}
