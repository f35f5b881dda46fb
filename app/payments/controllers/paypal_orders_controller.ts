import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import StartPayment from '#payments/actions/start_payment'
import GatewayOrderTransformer from '#payments/transformers/gateway_order_transformer'
import { payOrderValidator } from '#payments/validators/vendor_payment'

/** Payments that clients approve at PayPal. */
@inject()
export default class PaypalOrdersController {
  constructor(private startPayment: StartPayment) {}

  /** Begin to pay an own order at PayPal; a repeat finds the payment that is open already. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const { orderId } = await request.validateUsing(payOrderValidator)
    const payment = await this.startPayment.execute({ actor: actor!, orderId, gateway: 'paypal' })
    response.status(201)
    return serialize(GatewayOrderTransformer.transform(payment))
  }
}
