import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RefundPayment from '#refunds/actions/refund_payment'
import GetRefund from '#refunds/queries/get_refund'
import RefundTransformer from '#refunds/transformers/refund_transformer'
import { refundPaymentValidator } from '#refunds/validators/refund'

/** Money of payments that paid no order. */
@inject()
export default class PaymentRefundsController {
  constructor(
    private refundPayment: RefundPayment,
    private getRefund: GetRefund
  ) {}

  /** Give back a payment without an order, or one that came too late: an amount, or all that is left. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(refundPaymentValidator)
    const { paymentId } = params
    const id = await this.refundPayment.execute({ actor: actor!, paymentId, ...payload })
    response.status(201)
    return serialize(RefundTransformer.transform(await this.getRefund.execute(id)))
  }
}
