import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import EndImpersonation from '#impersonation/actions/end_impersonation'
import GetImpersonation from '#impersonation/queries/get_impersonation'
import ImpersonationTransformer from '#impersonation/transformers/impersonation_transformer'
import { endValidator } from '#impersonation/validators/impersonation'

/** The end of a look. */
@inject()
export default class ImpersonationEndsController {
  constructor(
    private endImpersonation: EndImpersonation,
    private getImpersonation: GetImpersonation
  ) {}

  /** Stop looking: with the access token or with the impersonation's; tells how long it was. */
  async store({ actor, request, serialize }: HttpContext) {
    const { note } = await request.validateUsing(endValidator)
    const id = await this.endImpersonation.execute({ actor: actor!, note })
    const { row } = await this.getImpersonation.execute(id)
    return serialize(ImpersonationTransformer.transform(row))
  }
}
