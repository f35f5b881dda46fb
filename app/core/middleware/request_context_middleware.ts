import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import type { NextFn } from '@adonisjs/core/types/http'
import { FIXED_HEADERS } from '#core/http/fixed_headers'
import { loggablePath } from '#core/logging/redaction'

/** A line has these fields alone, none of them secret: looking for secrets would double its cost. */
const accessLog = logger.child({}, { redact: { paths: [] } })

const ACCEPTABLE_ID = /^[\w.:-]{1,128}$/

/**
 * What every answer has, whatever becomes of the request: a request id (the caller's, if it is one),
 * the version headers, the security headers, and one line in the access log.
 */
export default class RequestContextMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const given = ctx.request.header('x-request-id')
    const requestId = given && ACCEPTABLE_ID.test(given) ? given : randomUUID()
    ctx.request.request.headers['x-request-id'] = requestId
    ctx.request.id = () => requestId

    for (const [name, value] of FIXED_HEADERS) ctx.response.header(name, value)

    if (accessLog.isLevelEnabled('info')) logWhenDone(ctx, requestId)
    return next()
  }
}

function logWhenDone(ctx: HttpContext, requestId: string) {
  const startedAt = performance.now()
  const path = loggablePath(ctx.request.url())
  ctx.response.response.once('finish', () => {
    accessLog.info({
      requestId,
      method: ctx.request.method(),
      path,
      status: ctx.response.response.statusCode,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ip: ctx.request.ip(),
      actor: ctx.actor?.id,
      impersonator: ctx.impersonation?.staffId,
    })
  })
}
