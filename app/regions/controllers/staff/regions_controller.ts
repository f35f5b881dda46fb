import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateRegion from '#regions/actions/create_region'
import DeleteRegion from '#regions/actions/delete_region'
import UpdateRegion from '#regions/actions/update_region'
import RegionTransformer from '#regions/transformers/region_transformer'
import { createRegionValidator, updateRegionValidator } from '#regions/validators/region'

/** Regions, as staff keep them. */
@inject()
export default class RegionsController {
  constructor(
    private createRegion: CreateRegion,
    private updateRegion: UpdateRegion,
    private deleteRegion: DeleteRegion
  ) {}

  /** Open a region. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(createRegionValidator)
    const details = await this.createRegion.execute({ actor: actor!, ...input })
    response.status(201)
    return serialize(RegionTransformer.transform(details))
  }

  /** Change a region; what is not given stays, countries are replaced. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const change = await request.validateUsing(updateRegionValidator)
    const { regionId } = params
    const details = await this.updateRegion.execute({ actor: actor!, regionId, ...change })
    return serialize(RegionTransformer.transform(details))
  }

  /** Delete a region that no account belongs to. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteRegion.execute({ actor: actor!, regionId: params.regionId })
    response.status(204)
  }
}
