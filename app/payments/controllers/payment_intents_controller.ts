import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import StartPayment from '#payments/actions/start_payment'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { startPaymentValidator } from '#payments/validators/payment'

/** The beginning of a payment. */
@inject()
export default class PaymentIntentsController {
  constructor(private startPayment: StartPayment) {}

  /** Begin to pay an own order; a repeat finds the payment that is open already. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(startPaymentValidator)
    const payment = await this.startPayment.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(PaymentTransformer.transform(payment))
  }
}
