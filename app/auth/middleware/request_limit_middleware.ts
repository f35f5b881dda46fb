import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isStaffRole } from '#core/actor'
import { takePoint, type Limit } from '#core/limits/rate_limiter'
import { addressKey } from '#core/support/address_key'

const window = env.get('RATE_LIMIT_WINDOW_MS')
const EVERYBODY: Limit = { name: 'api', max: env.get('RATE_LIMIT_MAX_REQUESTS'), window }
const STAFF: Limit = { name: 'staff', max: env.get('RATE_LIMIT_STAFF_MAX'), window }

/** So many requests per user (or per address, for guests) and window; staff have their own bucket. */
export default class RequestLimitMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    // counted when its token was read, in the bucket of the staff member
    if (ctx.impersonation) return next()
    const { actor, request } = ctx
    const limit = actor && isStaffRole(actor.role) ? STAFF : EVERYBODY
    await takeRequest(ctx, limit, actor?.id ?? addressKey(request.ip()))
    return next()
  }
}

/** Counts a request that staff make by other means than their access token. */
export function takeStaffRequest(ctx: HttpContext, staffId: string): Promise<void> {
  return takeRequest(ctx, STAFF, staffId)
}

async function takeRequest({ response }: HttpContext, limit: Limit, key: string) {
  const left = await takePoint(limit, key)
  response.header('X-RateLimit-Limit', limit.max)
  response.header('X-RateLimit-Remaining', left)
}
