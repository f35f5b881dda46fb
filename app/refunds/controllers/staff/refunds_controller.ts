import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RequestRefund from '#refunds/actions/request_refund'
import GetRefund from '#refunds/queries/get_refund'
import ListRefunds from '#refunds/queries/list_refunds'
import RefundTransformer from '#refunds/transformers/refund_transformer'
import { listRefundsValidator, refundValidator } from '#refunds/validators/refund'

/** Money of an order that staff give back. */
@inject()
export default class RefundsController {
  constructor(
    private requestRefund: RequestRefund,
    private getRefund: GetRefund,
    private listRefunds: ListRefunds
  ) {}

  /** Refunds with who gives what of them, newest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(listRefundsValidator)
    const page = await this.listRefunds.execute({ limit, cursor, count }, filters)
    return serializePage(RefundTransformer.transform(page.rows), page.meta)
  }

  /** One refund, and how far it is at the gateway. */
  async show({ params, serialize }: HttpContext) {
    return serialize(RefundTransformer.transform(await this.getRefund.execute(params.refundId)))
  }

  /** Refund an order: an amount, pieces of its lines, or all that is left. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(refundValidator)
    const { orderId } = params
    const refundId = await this.requestRefund.execute({ actor: actor!, orderId, ...payload })
    response.status(201)
    return serialize(RefundTransformer.transform(await this.getRefund.execute(refundId)))
  }
}
