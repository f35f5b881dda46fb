import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Actor } from '#core/actor'
import { withoutWrites } from '#core/database/read_only'
import { permissionsOf } from '#users/permissions'
import { accessByRoute } from '#impersonation/access'
import { ImpersonationReadOnly } from '#impersonation/errors'
import type { LiveImpersonation } from '#impersonation/services/live_sessions'

const READING = ['GET', 'HEAD']

/**
 * What an impersonation may do: read routes that are marked `viewable`, as its client, and call
 * those that are its staff member's. Everything else is refused, before the body is read. Below the
 * routes the database refuses writes as well (core/database/read_only.ts).
 */
export default class ViewOnlyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const live = ctx.liveImpersonation
    if (!live) return next()
    const access = accessByRoute().get(ctx.route?.name ?? '')
    if (access === 'staff') {
      ctx.provenActor = staffOf(ctx, live)
      return next()
    }
    const isView = access === 'view' && READING.includes(ctx.request.method())
    if (!isView) throw new ImpersonationReadOnly()
    ctx.provenActor = clientOf(ctx, live)
    return withoutWrites(() => new ImpersonationReadOnly(), next)
  }
}

function clientOf(ctx: HttpContext, { id, client, staff }: LiveImpersonation): Actor {
  return {
    ...client,
    // no session of the client's: it is nobody's "this device"
    sessionId: id,
    permissions: permissionsOf(client.role),
    impersonation: { id, staffId: staff.id },
    ...originOf(ctx),
  }
}

function staffOf(ctx: HttpContext, { staff }: LiveImpersonation): Actor {
  return { ...staff, permissions: permissionsOf(staff.role), ...originOf(ctx) }
}

function originOf({ request }: HttpContext) {
  return { ip: request.ip(), requestId: request.id()! }
}
