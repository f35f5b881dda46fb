import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RequestRefund from '#refunds/actions/request_refund'
import GetRefund from '#refunds/queries/get_refund'
import RefundTransformer from '#refunds/transformers/refund_transformer'
import { refundValidator } from '#refunds/validators/refund'

/** Money of an order that staff give back. */
@inject()
export default class RefundsController {
  constructor(
    private requestRefund: RequestRefund,
    private getRefund: GetRefund
  ) {}

  /** Refund an order: an amount, pieces of its lines, or all that is left. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(refundValidator)
    const { orderId } = params
    const refundId = await this.requestRefund.execute({ actor: actor!, orderId, ...payload })
    response.status(201)
    return serialize(RefundTransformer.transform(await this.getRefund.execute(refundId)))
  }
}
