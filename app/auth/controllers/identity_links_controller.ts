import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LinkByPassword from '#auth/actions/link_by_password'
import { answerOutside } from '#auth/services/outside/outside_answer'
import { termsOf } from '#auth/services/tokens_answer'
import { linkValidator } from '#auth/validators/outside'

/** The answer to `requiresLink`: the account with that address is yours. */
@inject()
export default class IdentityLinksController {
  constructor(private linkByPassword: LinkByPassword) {}

  /** Prove an account by its password, link the provider's to it, and log in. */
  async store(ctx: HttpContext) {
    const { transport = 'bearer', ...input } = await ctx.request.validateUsing(linkValidator)
    const terms = termsOf(ctx, transport)
    return answerOutside(ctx, await this.linkByPassword.execute({ ...input, ...terms }), transport)
  }
}
