import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { RedemptionRow } from '#coupons/queries/list_redemptions'

/**
 * One use of a coupon. The client is named as in the order itself: a partner, whose goods are in it,
 * knows a name and nothing else; staff also whose account it is.
 */
export default class RedemptionTransformer extends BaseTransformer<RedemptionRow> {
  constructor(
    resource: RedemptionRow,
    private isForStaff: boolean
  ) {
    super(resource)
  }

  toObject() {
    const use = this.resource
    return {
      order: { id: use.order_id, number: use.order_number },
      client: { id: this.isForStaff ? use.client_id : null, name: use.client_name },
      amount: money(use.amount, use.currency),
      state: use.state,
      createdAt: toIso(use.created_at),
    }
  }
}
