import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangeAccountStatus from '#auth/actions/change_account_status'
import {
  activationValidator,
  banValidator,
  suspensionValidator,
} from '#clients/validators/customer'
import UserTransformer from '#users/transformers/user_transformer'

/** Whether a client or partner may use their account. */
@inject()
export default class AccountStatusesController {
  constructor(private changeAccountStatus: ChangeAccountStatus) {}

  /** Suspend, until a time or until somebody lifts it; all sessions end at once. */
  async suspend({ actor, params, request, serialize }: HttpContext) {
    const input = await request.validateUsing(suspensionValidator)
    const change = { actor: actor!, userId: params.customerId, status: 'suspended' as const }
    const user = await this.changeAccountStatus.execute({ ...change, ...input })
    return serialize(UserTransformer.transform(user))
  }

  /** Open a suspended or banned account again. */
  async activate({ actor, params, request, serialize }: HttpContext) {
    const input = await request.validateUsing(activationValidator)
    const change = { actor: actor!, userId: params.customerId, status: 'active' as const }
    const user = await this.changeAccountStatus.execute({ ...change, ...input })
    return serialize(UserTransformer.transform(user))
  }

  /** Close an account for good; what its holder has earned stays theirs. */
  async ban({ actor, params, request, serialize }: HttpContext) {
    const input = await request.validateUsing(banValidator)
    const change = { actor: actor!, userId: params.customerId, status: 'banned' as const }
    const user = await this.changeAccountStatus.execute({ ...change, ...input })
    return serialize(UserTransformer.transform(user))
  }
}
