import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangeStaffAccount from '#auth/actions/change_staff_account'
import CreateStaffAccount from '#auth/actions/create_staff_account'
import ListStaffAccounts from '#auth/queries/list_staff_accounts'
import {
  newStaffValidator,
  staffChangesValidator,
  staffListValidator,
} from '#auth/validators/staff_account'
import UserTransformer from '#users/transformers/user_transformer'

/** Staff accounts. */
@inject()
export default class UsersController {
  constructor(
    private listStaffAccounts: ListStaffAccounts,
    private createStaffAccount: CreateStaffAccount,
    private changeStaffAccount: ChangeStaffAccount
  ) {}

  /** Staff accounts, newest first; by role, status, or how a name or address begins. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(staffListValidator)
    const { rows, meta } = await this.listStaffAccounts.execute(filters)
    return serializePage(UserTransformer.transform(rows), meta)
  }

  /** Create a staff account; its owner is mailed a link to set the password. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(newStaffValidator)
    const user = await this.createStaffAccount.byInvitation({ actor: actor!, ...input })
    response.status(201)
    return serialize(UserTransformer.transform(user))
  }

  /** Change name, role, status or second factor; a new role or a suspension ends all sessions. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(staffChangesValidator)
    const { userId } = params
    const user = await this.changeStaffAccount.execute({ actor: actor!, userId, ...changes })
    return serialize(UserTransformer.transform(user))
  }

  /** Deactivate a staff account; what it did stays on record. */
  async destroy({ actor, params, response }: HttpContext) {
    const { userId } = params
    await this.changeStaffAccount.execute({ actor: actor!, userId, status: 'deleted' })
    response.status(204)
  }
}
