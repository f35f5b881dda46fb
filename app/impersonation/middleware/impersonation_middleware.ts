import { Readable } from 'node:stream'
import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import type { NextFn } from '@adonisjs/core/types/http'
import { takeStaffRequest } from '#auth/middleware/request_limit_middleware'
import { authenticate, bringsToken } from '#auth/services/authentication'
import { ServiceUnavailable, TooManyRequests, Unauthenticated } from '#core/errors'
import { assertPointsLeft, takePoint, type Limit } from '#core/limits/rate_limiter'
import { maskSecrets } from '#core/logging/redaction'
import { addressKey } from '#core/support/address_key'
import { MINUTE } from '#core/support/clock'
import { ImpersonationOver } from '#impersonation/errors'
import { liveImpersonation, type LiveImpersonation } from '#impersonation/services/live_sessions'
import { logRequest } from '#impersonation/services/request_log'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** what `impersonation` names, in full */
    liveImpersonation?: LiveImpersonation
  }
}

const HEADER = 'x-impersonation-token'

/** Tokens that open nothing: looking one up costs a query over four tables, and anybody may send them. */
const BAD_TOKENS: Limit = {
  name: 'impersonation-bad',
  max: 6 * env.get('RATE_LIMIT_AUTH_MAX'),
  window: 15 * MINUTE,
}

/** What the answer that is thrown away had said about its body. */
const BODY_HEADERS = [
  'Content-Type',
  'Content-Length',
  'Content-Disposition',
  'ETag',
  'Cache-Control',
]

/**
 * Reads `X-Impersonation-Token`, on every address, and writes every request that brings a good one
 * into the log before its answer is sent: one that cannot be logged is answered 503. What the
 * request may do is decided when its route is known, by the view-only middleware.
 */
export default class ImpersonationMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const token = ctx.request.header(HEADER)
    if (token === undefined) return next()
    const address = addressKey(ctx.request.ip())
    await assertPointsLeft(BAD_TOKENS, address)
    const live = await liveImpersonation(token)
    if (!live) {
      await takePoint(BAD_TOKENS, address)
      throw new ImpersonationOver()
    }
    await assertSameStaff(ctx, live)
    ctx.liveImpersonation = live
    ctx.impersonation = { id: live.id, staffId: live.staff.id }
    ctx.response.header('X-Impersonation-Session', live.id)

    try {
      await takeStaffRequest(ctx, live.staff.id)
    } catch (error) {
      await log(ctx, live, TooManyRequests.status)
      throw error
    }
    // what the route throws is an answer by the time `next` returns
    await next()
    await log(ctx, live, ctx.response.getStatus())
  }
}

/** An access token that comes along must be of the staff member who looks. */
async function assertSameStaff(ctx: HttpContext, live: LiveImpersonation) {
  if (!bringsToken(ctx)) return
  const { actor } = await authenticate(ctx)
  if (actor.id !== live.staff.id) throw new Unauthenticated()
}

async function log(ctx: HttpContext, live: LiveImpersonation, status: number) {
  try {
    await logRequest({
      impersonationId: live.id,
      method: ctx.request.method(),
      route: ctx.route?.name,
      url: ctx.request.url(),
      status,
      requestId: ctx.request.id()!,
    })
  } catch (error) {
    const reason = maskSecrets(String(error))
    logger.error({ reason, impersonation: live.id }, 'a request could not be logged')
    discardAnswer(ctx)
    throw new ServiceUnavailable()
  }
}

function discardAnswer({ response }: HttpContext) {
  const stream = response.outgoingStream
  if (stream instanceof Readable) stream.destroy()
  for (const name of BODY_HEADERS) response.removeHeader(name)
}
