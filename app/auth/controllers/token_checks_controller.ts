import type { HttpContext } from '@adonisjs/core/http'
import { readAccessToken } from '#auth/services/access_tokens'
import { actorOf } from '#auth/services/authentication'
import { verifyTokenValidator } from '#auth/validators/auth'
import { toIso } from '#core/support/clock'

/** Whether an access token is good. */
export default class TokenChecksController {
  /** Tell whether an access token is valid, and whose. */
  async store(ctx: HttpContext) {
    const { token } = await ctx.request.validateUsing(verifyTokenValidator)
    const actor = await actorOf(token, ctx)
    if (!actor) return ctx.serialize({ valid: false, user: null, expiresAt: null })
    const claims = await readAccessToken(token)
    const { id, name, role } = actor
    return ctx.serialize({
      valid: true,
      user: { id, name, role },
      expiresAt: toIso(claims!.expiresAt),
    })
  }
}
