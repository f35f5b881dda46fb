import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ResolveDispute from '#refunds/actions/resolve_dispute'
import GetDispute from '#refunds/queries/get_dispute'
import ListDisputes from '#refunds/queries/list_disputes'
import DisputeTransformer from '#refunds/transformers/dispute_transformer'
import { listDisputesValidator, resolutionValidator } from '#refunds/validators/refund'

/** The queue of disputes, for staff. */
@inject()
export default class DisputesController {
  constructor(
    private listDisputes: ListDisputes,
    private getDispute: GetDispute,
    private resolveDispute: ResolveDispute
  ) {}

  /** Open disputes, the oldest first; charge-backs of clients' banks among them. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(listDisputesValidator)
    const page = await this.listDisputes.execute({ limit, cursor, count }, filters)
    const rows = DisputeTransformer.transform(page.rows).useVariant('forStaff')
    return serializePage(rows, page.meta)
  }

  /** One dispute, and how it was decided. */
  async show({ params, serialize }: HttpContext) {
    const dispute = await this.getDispute.execute(params.disputeId)
    return serialize(DisputeTransformer.transform(dispute).useVariant('forStaff'))
  }

  /** Decide a client's dispute: all of the part goes back, some of it, or nothing. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(resolutionValidator)
    const { disputeId } = params
    const dispute = await this.resolveDispute.execute({ actor: actor!, disputeId, ...payload })
    return serialize(DisputeTransformer.transform(dispute).useVariant('forStaff'))
  }
}
