import db from '@adonisjs/lucid/services/db'
import { partnerBalances } from '#ledger/services/partner_money'
import type { PartnerBalance } from '#withdrawals/queries/get_balance'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'

export interface WithdrawalInFull extends WithdrawalWithApprovals {
  /** what its partner has now, by currency */
  balances: PartnerBalance[]
}

/** Anybody's withdrawal with who approved it, and what its partner has. */
export default class GetWithdrawal {
  /** @throws NotFound */
  async execute(withdrawalId: string): Promise<WithdrawalInFull> {
    const [found] = await withApprovals(db, [await withdrawalById(db, withdrawalId)])
    const balances = await partnerBalances(db.connection(), found.withdrawal.partner_id)
    return { ...found, balances }
  }
}
