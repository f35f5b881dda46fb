import db from '@adonisjs/lucid/services/db'
import {
  withApprovals,
  withdrawalById,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'

/** Anybody's withdrawal with who approved it. */
export default class GetWithdrawal {
  /** @throws NotFound */
  async execute(withdrawalId: string): Promise<WithdrawalWithApprovals> {
    const [withdrawal] = await withApprovals(db, [await withdrawalById(db, withdrawalId)])
    return withdrawal
  }
}
