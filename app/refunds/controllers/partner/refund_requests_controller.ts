import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AnswerRefundRequest from '#refunds/actions/answer_refund_request'
import ListRefundRequests from '#refunds/queries/list_refund_requests'
import RefundRequestTransformer from '#refunds/transformers/refund_request_transformer'
import { answerValidator, listOwnRequestsValidator } from '#refunds/validators/refund'

/** What clients ask back of the partner who answers. */
@inject()
export default class RefundRequestsController {
  constructor(
    private listRequests: ListRefundRequests,
    private answerRequest: AnswerRefundRequest
  ) {}

  /** What clients ask back of the own parts, the oldest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await request.validateUsing(listOwnRequestsValidator)
    const page = await this.listRequests.own(actor!, { limit, cursor, count }, filters)
    return serializePage(RefundRequestTransformer.transform(page.rows), page.meta)
  }

  /** Accept a request (the money goes back), or contest it (staff decide). */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(answerValidator)
    const { requestId } = params
    const answered = await this.answerRequest.execute({ actor: actor!, requestId, ...payload })
    return serialize(RefundRequestTransformer.transform(answered))
  }
}
