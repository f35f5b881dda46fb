import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import VerifyRazorpayPayment from '#payments/actions/verify_razorpay_payment'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { verifyRazorpayValidator } from '#payments/validators/vendor_payment'

/** What a client's app brings back from Razorpay's form. */
@inject()
export default class RazorpayVerificationsController {
  constructor(private verifyPayment: VerifyRazorpayPayment) {}

  /** Check what Razorpay's form signed, and book the own payment that it is about. */
  async store({ actor, request, serialize }: HttpContext) {
    const given = await request.validateUsing(verifyRazorpayValidator)
    const answer = {
      orderId: given.razorpayOrderId,
      paymentId: given.razorpayPaymentId,
      signature: given.razorpaySignature,
    }
    const payment = await this.verifyPayment.execute({ actor: actor!, answer })
    return serialize(PaymentTransformer.transform(payment))
  }
}
