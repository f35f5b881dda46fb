import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AnswerRefundRequest from '#refunds/actions/answer_refund_request'
import RefundRequestTransformer from '#refunds/transformers/refund_request_transformer'
import { answerValidator } from '#refunds/validators/refund'

/** What clients ask back of the partner who answers. */
@inject()
export default class RefundRequestsController {
  constructor(private answerRequest: AnswerRefundRequest) {}

  /** Accept a request (the money goes back), or contest it (staff decide). */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(answerValidator)
    const { requestId } = params
    const answered = await this.answerRequest.execute({ actor: actor!, requestId, ...payload })
    return serialize(RefundRequestTransformer.transform(answered))
  }
}
