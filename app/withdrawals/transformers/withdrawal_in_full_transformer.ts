import { BaseTransformer } from '@adonisjs/core/transformers'
import type { WithdrawalInFull } from '#withdrawals/queries/get_withdrawal'
import BalanceTransformer from '#withdrawals/transformers/balance_transformer'
import { staffWithdrawalFacts } from '#withdrawals/transformers/staff_withdrawal_transformer'

/** One withdrawal as staff see it, with what its partner has besides. */
export default class WithdrawalInFullTransformer extends BaseTransformer<WithdrawalInFull> {
  toObject() {
    const { balances, ...withdrawal } = this.resource
    return {
      ...staffWithdrawalFacts(withdrawal),
      balances: BalanceTransformer.transform(balances),
    }
  }
}
