import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import StartPayment from '#payments/actions/start_payment'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { payOrderValidator } from '#payments/validators/vendor_payment'

/** Stripe's own payment page. */
@inject()
export default class StripeCheckoutsController {
  constructor(private startPayment: StartPayment) {}

  /** Begin to pay an own order on Stripe's page; a repeat finds the page that is open already. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const { orderId } = await request.validateUsing(payOrderValidator)
    const hosted = { gateway: 'stripe', isHosted: true } as const
    const payment = await this.startPayment.execute({ actor: actor!, orderId, ...hosted })
    response.status(201)
    return serialize(PaymentTransformer.transform(payment))
  }
}
