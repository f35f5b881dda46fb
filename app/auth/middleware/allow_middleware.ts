import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Audience } from '#auth/access'
import { assertSameSite, authenticate } from '#auth/services/authentication'
import { statedReason } from '#auth/services/stated_reason'
import { isStaffRole, type Actor } from '#core/actor'
import { Forbidden } from '#core/errors'

/** Lets only the audiences of the route through: 401 without a valid token, 403 for the others. */
export default class AllowMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { audiences }: { audiences: Audience[] }) {
    const { actor, transport } = await authenticate(ctx)
    if (transport === 'cookie') assertSameSite(ctx)
    if (!audiences.some((audience) => includes(audience, actor))) throw new Forbidden()
    ctx.actor = isStaffRole(actor.role) ? { ...actor, reason: statedReason(ctx) } : actor
    return next()
  }
}

function includes(audience: Audience, actor: Actor): boolean {
  if (typeof audience === 'object') return actor.permissions.has(audience.staff)
  return audience === 'user' || audience === actor.role
}
