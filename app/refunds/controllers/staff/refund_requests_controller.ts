import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import DecideRefundRequest from '#refunds/actions/decide_refund_request'
import GetRefundRequest from '#refunds/queries/get_refund_request'
import ListRefundRequests from '#refunds/queries/list_refund_requests'
import RefundRequestTransformer from '#refunds/transformers/refund_request_transformer'
import { decisionValidator, listRequestsValidator } from '#refunds/validators/refund'

/** The queue of what clients ask back, for staff. */
@inject()
export default class RefundRequestsController {
  constructor(
    private listRequests: ListRefundRequests,
    private getRequest: GetRefundRequest,
    private decideRequest: DecideRefundRequest
  ) {}

  /** Requests for money back, the oldest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(listRequestsValidator)
    const page = await this.listRequests.all({ limit, cursor, count }, filters)
    const rows = RefundRequestTransformer.transform(page.rows).useVariant('forStaff')
    return serializePage(rows, page.meta)
  }

  /** One request, and what became of it. */
  async show({ params, serialize }: HttpContext) {
    const found = await this.getRequest.execute(params.requestId)
    return serialize(RefundRequestTransformer.transform(found).useVariant('forStaff'))
  }

  /** Decide in the partner's place: all of it goes back, some of it, or nothing. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(decisionValidator)
    const { requestId } = params
    const decided = await this.decideRequest.execute({ actor: actor!, requestId, ...payload })
    return serialize(RefundRequestTransformer.transform(decided).useVariant('forStaff'))
  }
}
