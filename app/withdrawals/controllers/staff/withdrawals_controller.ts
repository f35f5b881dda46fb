import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import HoldWithdrawal from '#withdrawals/actions/hold_withdrawal'
import RetryPayout from '#withdrawals/actions/retry_payout'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import GetWithdrawal from '#withdrawals/queries/get_withdrawal'
import ListWithdrawals from '#withdrawals/queries/list_withdrawals'
import StaffWithdrawalTransformer from '#withdrawals/transformers/staff_withdrawal_transformer'
import WithdrawalInFullTransformer from '#withdrawals/transformers/withdrawal_in_full_transformer'
import { listWithdrawalsValidator, reviewValidator } from '#withdrawals/validators/withdrawal'

/** The queue of withdrawals, for staff. */
@inject()
export default class WithdrawalsController {
  constructor(
    private listWithdrawals: ListWithdrawals,
    private getWithdrawal: GetWithdrawal,
    private approveWithdrawal: ApproveWithdrawal,
    private holdWithdrawal: HoldWithdrawal,
    private retryPayout: RetryPayout,
    private settleByHand: SettleByHand
  ) {}

  /** Withdrawals with who approved them, the oldest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await request.validateUsing(listWithdrawalsValidator)
    const page = await this.listWithdrawals.execute({ limit, cursor, count }, filters)
    return serializePage(StaffWithdrawalTransformer.transform(page.rows), page.meta)
  }

  /** One withdrawal, with who approved it, where to pay it, and what its partner has. */
  async show({ params, serialize }: HttpContext) {
    const withdrawal = await this.getWithdrawal.execute(params.withdrawalId)
    return serialize(WithdrawalInFullTransformer.transform(withdrawal))
  }

  /** Approve, hold, release, retry or reject a withdrawal; or note that the bank has paid it, or sent it back. */
  async update({ actor, params, request, serialize, isDryRun }: HttpContext) {
    const { action, ...words } = await request.validateUsing(reviewValidator)
    const step = { actor: actor!, withdrawalId: params.withdrawalId }
    const decide = () => {
      if (action === 'approve') return this.approveWithdrawal.execute(step)
      if (action === 'hold' || action === 'release')
        return this.holdWithdrawal.execute({ ...step, action, reason: words.reason })
      if (action === 'retry') return this.retryPayout.execute({ ...step, reason: words.reason })
      return this.settleByHand.execute({ ...step, action, ...words })
    }
    return serialize(StaffWithdrawalTransformer.transform(await decide(), isDryRun))
  }
}
