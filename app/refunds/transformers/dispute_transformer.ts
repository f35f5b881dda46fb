import { BaseTransformer } from '@adonisjs/core/transformers'
import type { DisputeRow } from '#orders/queries/order_cases'
import { disputeOf } from '#orders/transformers/order_cases_transformer'

/** A dispute, as the client who opened it and staff see it. */
export default class DisputeTransformer extends BaseTransformer<DisputeRow> {
  toObject() {
    return disputeOf(this.resource)
  }
}
