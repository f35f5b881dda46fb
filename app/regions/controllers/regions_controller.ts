import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetRegion from '#regions/queries/get_region'
import ListRegions from '#regions/queries/list_regions'
import RegionRowTransformer from '#regions/transformers/region_row_transformer'
import RegionTransformer from '#regions/transformers/region_transformer'
import { listRegionsValidator } from '#regions/validators/region'

/** Where Souk sells, for everybody. */
@inject()
export default class RegionsController {
  constructor(
    private listRegions: ListRegions,
    private getRegion: GetRegion
  ) {}

  /** Active regions with their currency, tax rate and countries. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listRegionsValidator)
    const page = await this.listRegions.execute(filters)
    return serializePage(RegionRowTransformer.transform(page.rows), page.meta)
  }

  /** One region, with what is not sold there. */
  async show({ params, serialize }: HttpContext) {
    return serialize(RegionTransformer.transform(await this.getRegion.execute(params.regionId)))
  }
}
