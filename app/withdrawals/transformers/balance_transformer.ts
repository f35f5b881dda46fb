import { BaseTransformer } from '@adonisjs/core/transformers'
import { money } from '#core/support/money'
import type { PartnerBalance } from '#withdrawals/queries/get_balance'

/** What a partner has in one currency. */
export default class BalanceTransformer extends BaseTransformer<PartnerBalance> {
  toObject() {
    const { currency, pending, available, held, inFlight, debt } = this.resource
    return {
      currency,
      // of sales that are not completed yet
      pending: money(pending, currency),
      available: money(available, currency),
      // asked for, not approved yet
      held: money(held, currency),
      // approved, not at the bank yet
      inFlight: money(inFlight, currency),
      // refunds took more than there was: the next sales repay it
      debt: money(debt, currency),
    }
  }
}
