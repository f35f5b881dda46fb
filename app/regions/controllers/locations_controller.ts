import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListLocations from '#regions/queries/list_locations'
import LocationRowTransformer from '#regions/transformers/location_row_transformer'
import { listLocationsValidator } from '#regions/validators/location'

/** Cities, for everybody. */
@inject()
export default class LocationsController {
  constructor(private listLocations: ListLocations) {}

  /** Active cities by name; by country, by how the name begins, or the nearest to a point first. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listLocationsValidator)
    const page = await this.listLocations.execute(filters)
    return serializePage(LocationRowTransformer.transform(page.rows), page.meta)
  }
}
