import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogOut from '#auth/actions/log_out'
import { clearTokenCookies } from '#auth/services/cookies'

/** The session of this very request. */
@inject()
export default class CurrentSessionController {
  constructor(private logOut: LogOut) {}

  /** End this session. */
  async destroy(ctx: HttpContext) {
    const actor = ctx.actor!
    await this.logOut.execute({ actor, sessionId: actor.sessionId })
    clearTokenCookies(ctx)
    ctx.response.status(204)
  }
}
