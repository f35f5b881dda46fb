import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import GetWithdrawal from '#withdrawals/queries/get_withdrawal'
import ListWithdrawals from '#withdrawals/queries/list_withdrawals'
import StaffWithdrawalTransformer from '#withdrawals/transformers/staff_withdrawal_transformer'
import { listWithdrawalsValidator, reviewValidator } from '#withdrawals/validators/withdrawal'

/** The queue of withdrawals, for staff. */
@inject()
export default class WithdrawalsController {
  constructor(
    private listWithdrawals: ListWithdrawals,
    private getWithdrawal: GetWithdrawal,
    private approveWithdrawal: ApproveWithdrawal,
    private settleByHand: SettleByHand
  ) {}

  /** Withdrawals with who approved them, the oldest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await request.validateUsing(listWithdrawalsValidator)
    const page = await this.listWithdrawals.execute({ limit, cursor, count }, filters)
    return serializePage(StaffWithdrawalTransformer.transform(page.rows), page.meta)
  }

  /** One withdrawal, with who approved it and where to pay it. */
  async show({ params, serialize }: HttpContext) {
    const withdrawal = await this.getWithdrawal.execute(params.withdrawalId)
    return serialize(StaffWithdrawalTransformer.transform(withdrawal))
  }

  /** Approve or reject a withdrawal; or note that the bank has paid it, or sent it back. */
  async update({ actor, params, request, serialize, isDryRun }: HttpContext) {
    const { action, ...words } = await request.validateUsing(reviewValidator)
    const step = { actor: actor!, withdrawalId: params.withdrawalId }
    const withdrawal =
      action === 'approve'
        ? await this.approveWithdrawal.execute(step)
        : await this.settleByHand.execute({ ...step, action, ...words })
    return serialize(StaffWithdrawalTransformer.transform(withdrawal, isDryRun))
  }
}
