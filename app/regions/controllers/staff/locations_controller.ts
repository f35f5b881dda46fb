import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateLocation from '#regions/actions/create_location'
import DeleteLocation from '#regions/actions/delete_location'
import UpdateLocation from '#regions/actions/update_location'
import LocationTransformer from '#regions/transformers/location_transformer'
import { createLocationValidator, updateLocationValidator } from '#regions/validators/location'

/** Cities, as staff keep them. */
@inject()
export default class LocationsController {
  constructor(
    private createLocation: CreateLocation,
    private updateLocation: UpdateLocation,
    private deleteLocation: DeleteLocation
  ) {}

  /** Add a city. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(createLocationValidator)
    const location = await this.createLocation.execute({ actor: actor!, ...input })
    response.status(201)
    return serialize(LocationTransformer.transform(location))
  }

  /** Change a city; what is not given stays. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const change = await request.validateUsing(updateLocationValidator)
    const { locationId } = params
    const location = await this.updateLocation.execute({ actor: actor!, locationId, ...change })
    return serialize(LocationTransformer.transform(location))
  }

  /** Delete a city that nothing uses. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteLocation.execute({ actor: actor!, locationId: params.locationId })
    response.status(204)
  }
}
