import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetBalance from '#withdrawals/queries/get_balance'
import BalanceTransformer from '#withdrawals/transformers/balance_transformer'

/** What any partner has, for staff. */
@inject()
export default class BalancesController {
  constructor(private getBalance: GetBalance) {}

  /** A partner's money, one entry for each currency: pending, available, held, in flight, debt. */
  async show({ params, serialize }: HttpContext) {
    const balances = await this.getBalance.of(params.partnerId)
    return serialize(BalanceTransformer.transform(balances))
  }
}
