import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RetryRefund from '#refunds/actions/retry_refund'
import GetRefund from '#refunds/queries/get_refund'
import RefundTransformer from '#refunds/transformers/refund_transformer'
import { retryValidator } from '#refunds/validators/refund'

/** Refunds that a gateway could not make, once more. */
@inject()
export default class RefundRetriesController {
  constructor(
    private retryRefund: RetryRefund,
    private getRefund: GetRefund
  ) {}

  /** Make a failed refund again: the answer is the new one. Of a stalled one the gateway is asked again. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(retryValidator)
    const { refundId } = params
    const id = await this.retryRefund.execute({ actor: actor!, refundId, ...payload })
    response.status(id === refundId ? 200 : 201)
    return serialize(RefundTransformer.transform(await this.getRefund.execute(id)))
  }
}
