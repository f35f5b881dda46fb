import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetBalance from '#withdrawals/queries/get_balance'
import BalanceTransformer from '#withdrawals/transformers/balance_transformer'

/** What the partner who asks has. */
@inject()
export default class BalancesController {
  constructor(private getBalance: GetBalance) {}

  /** Own money, one entry for each currency: pending, available, held, in flight, debt. */
  async show({ actor, serialize }: HttpContext) {
    const balances = await this.getBalance.own(actor!)
    return serialize(BalanceTransformer.transform(balances))
  }
}
