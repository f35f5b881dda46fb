import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CapturePaypalOrder from '#payments/actions/capture_paypal_order'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { capturePaypalValidator } from '#payments/validators/vendor_payment'

/** What happens after a client's approval at PayPal. */
@inject()
export default class PaypalCapturesController {
  constructor(private captureOrder: CapturePaypalOrder) {}

  /** Take the money of an own payment that was approved at PayPal; the answer says what came of it. */
  async store({ actor, request, serialize }: HttpContext) {
    const { paymentId } = await request.validateUsing(capturePaypalValidator)
    const payment = await this.captureOrder.execute({ actor: actor!, paymentId })
    return serialize(PaymentTransformer.transform(payment))
  }
}
