import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetImpersonation from '#impersonation/queries/get_impersonation'
import ListImpersonations from '#impersonation/queries/list_impersonations'
import ImpersonationLogTransformer from '#impersonation/transformers/impersonation_log_transformer'
import ImpersonationTransformer from '#impersonation/transformers/impersonation_transformer'
import { listValidator, pageValidator } from '#impersonation/validators/impersonation'

/** What staff looked at, and why. */
@inject()
export default class ImpersonationLogsController {
  constructor(
    private listImpersonations: ListImpersonations,
    private getImpersonation: GetImpersonation
  ) {}

  /** Every look of everybody, the latest first; by staff, customer, whether it goes on, and time. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listValidator)
    const { rows, meta } = await this.listImpersonations.execute(filters)
    return serializePage(ImpersonationTransformer.transform(rows), meta)
  }

  /** One look: its notes, and a page of its requests in their order (`meta.nextCursor` goes on). */
  async show({ params, request, serialize }: HttpContext) {
    const page = await request.validateUsing(pageValidator)
    const log = await this.getImpersonation.execute(params.sessionId, page)
    const answer = await serialize(ImpersonationLogTransformer.transform(log))
    return { ...answer, meta: log.requests.meta }
  }
}
