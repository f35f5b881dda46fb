import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { RegionDetails } from '#regions/queries/get_region'

/** One region with everything about it. */
export default class RegionTransformer extends BaseTransformer<RegionDetails> {
  toObject() {
    const { region, countries, restrictions } = this.resource
    return {
      ...this.pick(region, ['id', 'name', 'currency', 'taxBps', 'isActive']),
      countries,
      restrictions,
      createdAt: toIso(region.createdAt),
      updatedAt: toIso(region.updatedAt),
    }
  }
}
