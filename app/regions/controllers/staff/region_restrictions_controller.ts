import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReplaceRestrictions from '#regions/actions/replace_restrictions'
import RegionTransformer from '#regions/transformers/region_transformer'
import { restrictionsValidator } from '#regions/validators/region'

/** What is not sold in a region. */
@inject()
export default class RegionRestrictionsController {
  constructor(private replaceRestrictions: ReplaceRestrictions) {}

  /** Replace the products and categories that are not sold in a region. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const restrictions = await request.validateUsing(restrictionsValidator)
    const { regionId } = params
    const details = await this.replaceRestrictions.execute({
      actor: actor!,
      regionId,
      ...restrictions,
    })
    return serialize(RegionTransformer.transform(details))
  }
}
