import { errors as coreErrors } from '@adonisjs/core'
import { type HttpContext, ExceptionHandler } from '@adonisjs/core/http'
import { errors as vineErrors } from '@vinejs/vine'
import { DomainError, type ErrorDetail } from '#core/exceptions/domain_error'
import { isRetryable, isUnavailable } from '#core/database/driver_errors'
import { ServiceUnavailable } from '#core/errors'
import { loggablePath, maskSecrets } from '#core/logging/redaction'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** what the route threw, once this handler has turned it into the answer */
    failure?: unknown
  }
}

interface Verdict {
  status: number
  errors: ErrorDetail[]
  retryAfter?: number
}

/**
 * Turns whatever was thrown into the one error envelope of the API:
 * `{"errors":[{code,message,field?,rule?}],"requestId"}`. What nobody expected becomes a bare 500:
 * its message and stack go to the log, never to the caller.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false

  async handle(error: unknown, ctx: HttpContext) {
    ctx.failure = error
    const verdict = judge(error)
    if (verdict.retryAfter) ctx.response.header('Retry-After', String(verdict.retryAfter))
    if (verdict.status === 413) ctx.response.header('Connection', 'close') // the rest stays unread
    ctx.response
      .status(verdict.status)
      .send({ errors: verdict.errors, requestId: ctx.request.id() })
  }

  async report(error: unknown, ctx: HttpContext) {
    const { status } = judge(error)
    if (status < 500) return
    const path = loggablePath(ctx.request.url())
    const cause = error instanceof Error ? error : new Error(String(error))
    ctx.logger.error(
      {
        path,
        method: ctx.request.method(),
        name: cause.name,
        stack: maskSecrets(cause.stack ?? ''),
      },
      maskSecrets(cause.message)
    )
  }
}

function judge(error: unknown): Verdict {
  if (error instanceof vineErrors.E_VALIDATION_ERROR) return invalidFields(error.messages)
  if (error instanceof DomainError) return refusal(error)
  if (error instanceof coreErrors.E_ROUTE_NOT_FOUND)
    return plain(404, 'E_ROUTE_NOT_FOUND', 'There is no such address')
  if (isUnavailable(error) || isRetryable(error)) return refusal(new ServiceUnavailable())
  return unreadableRequest(error) ?? plain(500, 'E_INTERNAL', 'Something went wrong on our side')
}

function refusal(error: DomainError): Verdict {
  const code = error.code ?? 'E_REFUSED'
  return {
    status: error.status,
    errors: [{ code, message: error.message, ...error.details }],
    retryAfter: error.retryAfter,
  }
}

function invalidFields(messages: { field: string; message: string; rule: string }[]): Verdict {
  return {
    status: 422,
    errors: messages.map(({ field, message, rule }) => ({
      code: 'E_VALIDATION_ERROR',
      message,
      field,
      rule,
    })),
  }
}

function plain(status: number, code: string, message: string): Verdict {
  return { status, errors: [{ code, message }] }
}

/** The body parser and the URL parser throw errors of several shapes; all mean "cannot be read". */
function unreadableRequest(error: unknown): Verdict | undefined {
  const { status, code, type } = (error ?? {}) as { status?: number; code?: string; type?: string }
  if (status === 413 || type === 'entity.too.large' || code === 'E_REQUEST_ENTITY_TOO_LARGE')
    return plain(413, 'E_REQUEST_ENTITY_TOO_LARGE', 'The body is too large')
  if (status === 415)
    return plain(415, 'E_UNSUPPORTED_MEDIA_TYPE', 'This route does not read bodies of that type')
  const isWronglyEncoded = code?.startsWith('Z_') // a body that is not the gzip its header says
  if ((status === 400 || status === 422 || isWronglyEncoded) && error instanceof Error)
    return plain(400, 'E_MALFORMED_REQUEST', 'The body cannot be read: is it valid JSON?')
  return undefined
}
