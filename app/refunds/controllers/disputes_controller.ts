import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import OpenDispute from '#refunds/actions/open_dispute'
import DisputeTransformer from '#refunds/transformers/dispute_transformer'
import { disputeValidator } from '#refunds/validators/refund'

/** Disagreements of clients with partners. */
@inject()
export default class DisputesController {
  constructor(private openDispute: OpenDispute) {}

  /** Open a dispute about one part of an own order; it does not complete until staff decide. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(disputeValidator)
    const { orderId } = params
    const dispute = await this.openDispute.execute({ actor: actor!, orderId, ...payload })
    response.status(201)
    return serialize(DisputeTransformer.transform(dispute))
  }
}
