import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { clearTokenCookies } from '#auth/services/cookies'
import DeleteOwnAccount from '#privacy/actions/delete_own_account'
import { deleteAccountValidator } from '#privacy/validators/privacy'

/** The account of the person who asks. */
@inject()
export default class AccountsController {
  constructor(private deleteOwnAccount: DeleteOwnAccount) {}

  /** Delete my account: what names me is erased, orders and books stay under an id alone. */
  async destroy(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(deleteAccountValidator)
    await this.deleteOwnAccount.execute({ actor: ctx.actor!, ...input })
    clearTokenCookies(ctx)
    ctx.response.status(204)
  }
}
