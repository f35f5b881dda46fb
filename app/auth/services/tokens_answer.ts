import env from '#start/env'
import type { HttpContext } from '@adonisjs/core/http'
import { ForeignPage } from '#auth/errors'
import { deviceTokenOf, setTokenCookies } from '#auth/services/cookies'
import type { LogInResult, LogInTerms } from '#auth/services/log_ins'
import type { IssuedTokens, Origin } from '#auth/services/sessions'
import type User from '#users/models/user'
import UserTransformer from '#users/transformers/user_transformer'

/**
 * Whether a request may be answered with cookies. A log-in has none yet that it could repeat, and a
 * foreign page must not log its visitors in to an account of its choice: browsers name the page that
 * makes such a request, and who is no browser says nothing.
 */
export function isOwnPage({ request }: HttpContext): boolean {
  const origin = request.header('origin')
  if (origin === undefined || env.get('ALLOWED_ORIGINS').includes(origin)) return true
  return origin === new URL(env.get('APP_URL')).origin
}

/** @throws ForeignPage (403) when a foreign page asks for cookies */
export function termsOf(ctx: HttpContext, transport: 'bearer' | 'cookie' = 'bearer'): LogInTerms {
  if (transport === 'cookie' && !isOwnPage(ctx)) throw new ForeignPage()
  return { transport, origin: originOf(ctx) }
}

/** From where a session is opened. */
export function originOf(ctx: HttpContext): Origin {
  const { request } = ctx
  return {
    ip: request.ip(),
    userAgent: request.header('user-agent') ?? null,
    deviceToken: deviceTokenOf(ctx),
  }
}

/** What a log-in answers: tokens, or the challenge for the second factor. */
export function answerLogIn(
  ctx: HttpContext,
  result: LogInResult,
  transport: 'bearer' | 'cookie' = 'bearer'
) {
  if (result.kind === 'session') return answerTokens(ctx, result.user, result.tokens, transport)
  const { challenge, methods } = result
  return ctx.serialize({ requires2FA: true, challenge, methods })
}

/**
 * The answer that carries tokens. With the cookie transport they travel in HTTP-only cookies and
 * never in the body, where a script could read them.
 */
export function answerTokens(
  ctx: HttpContext,
  user: User,
  tokens: IssuedTokens & { deviceToken?: string | null },
  transport: 'bearer' | 'cookie' = 'bearer'
) {
  const { tokenType, expiresIn } = tokens
  const isCookie = transport === 'cookie'
  if (isCookie) setTokenCookies(ctx, tokens)
  return ctx.serialize({
    accessToken: isCookie ? null : tokens.accessToken,
    refreshToken: isCookie ? null : tokens.refreshToken,
    /** for a device that has none yet: to be sent with the next log-in */
    deviceToken: isCookie ? null : (tokens.deviceToken ?? null),
    tokenType,
    expiresIn,
    user: UserTransformer.transform(user).useVariant('forLogin'),
  })
}
