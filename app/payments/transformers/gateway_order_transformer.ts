import { BaseTransformer } from '@adonisjs/core/transformers'
import { razorpayKeyId } from '#payments/gateways/razorpay_return'
import type { PaymentRow } from '#payments/queries/payment_rows'
import PaymentTransformer from '#payments/transformers/payment_transformer'

/** A payment with the gateway's own id of it, which its script in the client's app asks for. */
export default class GatewayOrderTransformer extends BaseTransformer<PaymentRow> {
  toObject() {
    const payment = new PaymentTransformer(this.resource).toObject()
    return { ...payment, gatewayOrderId: this.resource.gateway_payment_id }
  }

  /** With the public key that opens Razorpay's form. */
  forRazorpay() {
    return { ...this.toObject(), keyId: razorpayKeyId() }
  }
}
