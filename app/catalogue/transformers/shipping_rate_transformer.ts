import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ShippingRateRow } from '#catalogue/queries/shipping_rates'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'

/** What a partner takes for sending into a region. */
export default class ShippingRateTransformer extends BaseTransformer<ShippingRateRow> {
  toObject() {
    const { currency, ...row } = this.resource
    return {
      region: { id: row.region_id, name: row.region_name },
      amount: money(row.amount, currency),
      freeAbove: row.free_above === null ? null : money(row.free_above, currency),
      updatedAt: toIso(row.updated_at),
    }
  }
}
