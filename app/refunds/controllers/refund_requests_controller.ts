import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AskForRefund from '#refunds/actions/ask_for_refund'
import RefundRequestTransformer from '#refunds/transformers/refund_request_transformer'
import { askForRefundValidator } from '#refunds/validators/refund'

/** What clients ask back. */
@inject()
export default class RefundRequestsController {
  constructor(private askForRefund: AskForRefund) {}

  /** Ask the partner of one part of an own order for money back. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(askForRefundValidator)
    const { orderId } = params
    const asked = await this.askForRefund.execute({ actor: actor!, orderId, ...payload })
    response.status(201)
    return serialize(RefundRequestTransformer.transform(asked))
  }
}
