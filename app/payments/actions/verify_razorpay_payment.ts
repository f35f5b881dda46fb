import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import CapturePayment from '#payments/actions/capture_payment'
import { assertReturned, type RazorpayReturn } from '#payments/gateways/razorpay_return'
import type { PaymentRow } from '#payments/queries/payment_rows'

/**
 * A client's app says that Razorpay's form took the money. The signature proves that Razorpay said
 * so; how much it took is asked of Razorpay itself.
 */
@inject()
export default class VerifyRazorpayPayment {
  constructor(private capturePayment: CapturePayment) {}

  /** @throws InvalidSignature, NotFound, and what CapturePayment throws */
  async execute({ actor, answer }: { actor: Actor; answer: RazorpayReturn }): Promise<PaymentRow> {
    assertReturned(answer)
    const own = { client_id: actor.id, gateway: 'razorpay', gateway_payment_id: answer.orderId }
    const payment = await db.from('payments').where(own).select('id').first()
    if (!payment) throw new NotFound()
    return this.capturePayment.execute({ paymentId: payment.id })
  }
}
