import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type Location from '#regions/models/location'

/** A location as staff see it. */
export default class LocationTransformer extends BaseTransformer<Location> {
  toObject() {
    const location = this.resource
    return {
      ...this.pick(location, ['id', 'city', 'state', 'country', 'latitude', 'longitude']),
      ...this.pick(location, ['population', 'isActive']),
      createdAt: toIso(location.createdAt),
      updatedAt: toIso(location.updatedAt),
    }
  }
}
