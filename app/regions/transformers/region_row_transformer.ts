import { BaseTransformer } from '@adonisjs/core/transformers'
import type { RegionRow } from '#regions/queries/list_regions'

/** A line of the list of regions. */
export default class RegionRowTransformer extends BaseTransformer<RegionRow> {
  toObject() {
    const row = this.resource
    return {
      ...this.pick(row, ['id', 'name', 'currency', 'countries']),
      taxBps: row.tax_bps,
      isActive: Number(row.is_active) === 1,
    }
  }
}
