import { BaseTransformer } from '@adonisjs/core/transformers'
import { money } from '#core/support/money'
import type { DisputeRow } from '#orders/queries/order_cases'
import { disputeOf } from '#orders/transformers/order_cases_transformer'

/** A dispute, as the client who opened it and staff see it. */
export default class DisputeTransformer extends BaseTransformer<DisputeRow> {
  toObject() {
    return disputeOf(this.resource)
  }

  /** With what a lost charge-back took beyond its payment: the platform's own loss. */
  forStaff() {
    const { lost_amount: lost, currency } = this.resource
    return { ...this.toObject(), uncovered: money(Number(lost), currency) }
  }
}
