import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListImpersonations from '#impersonation/queries/list_impersonations'
import OwnImpersonationTransformer from '#impersonation/transformers/own_impersonation_transformer'
import { pageValidator } from '#impersonation/validators/impersonation'

/** Who looked at the caller's account. */
@inject()
export default class OwnImpersonationsController {
  constructor(private listImpersonations: ListImpersonations) {}

  /** Every look at the own account, the latest first: who, when, why, how long, how many pages. */
  async index({ actor, request, serializePage }: HttpContext) {
    const page = await request.validateUsing(pageValidator)
    const filters = { ...page, customerId: actor!.id }
    const { rows, meta } = await this.listImpersonations.execute(filters)
    return serializePage(OwnImpersonationTransformer.transform(rows), meta)
  }
}
