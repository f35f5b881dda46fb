import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CancelWithdrawal from '#withdrawals/actions/cancel_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import ListPartnerWithdrawals from '#withdrawals/queries/list_partner_withdrawals'
import WithdrawalTransformer from '#withdrawals/transformers/withdrawal_transformer'
import {
  listOwnWithdrawalsValidator,
  requestWithdrawalValidator,
} from '#withdrawals/validators/withdrawal'

/** Money that the partner who asks takes out. */
@inject()
export default class WithdrawalsController {
  constructor(
    private requestWithdrawal: RequestWithdrawal,
    private cancelWithdrawal: CancelWithdrawal,
    private listWithdrawals: ListPartnerWithdrawals
  ) {}

  /** Ask for money; it is put aside until staff decide. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(requestWithdrawalValidator)
    const withdrawal = await this.requestWithdrawal.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(WithdrawalTransformer.transform(withdrawal, actor!))
  }

  /** Take an own request back before it is decided; the money is in the balance again. */
  async destroy({ actor, params, serialize }: HttpContext) {
    const { withdrawalId } = params
    const withdrawal = await this.cancelWithdrawal.execute({ actor: actor!, withdrawalId })
    return serialize(WithdrawalTransformer.transform(withdrawal, actor!))
  }

  /** Own withdrawals, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listOwnWithdrawalsValidator)
    const page = await this.listWithdrawals.execute(actor!, filters)
    return serializePage(WithdrawalTransformer.transform(page.rows, actor!), page.meta)
  }
}
