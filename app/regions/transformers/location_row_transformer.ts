import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LocationRow } from '#regions/queries/list_locations'

/** A line of the list of locations. */
export default class LocationRowTransformer extends BaseTransformer<LocationRow> {
  toObject() {
    const row = this.resource
    return {
      ...this.pick(row, ['id', 'city', 'state', 'country', 'latitude', 'longitude', 'population']),
      isActive: Number(row.is_active) === 1,
      ...(row.distanceKm === undefined ? {} : { distanceKm: row.distanceKm }),
    }
  }
}
