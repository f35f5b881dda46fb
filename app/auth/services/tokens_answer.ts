import type { HttpContext } from '@adonisjs/core/http'
import { deviceTokenOf, setTokenCookies } from '#auth/services/cookies'
import type { LogInResult } from '#auth/services/log_ins'
import type { IssuedTokens, Origin } from '#auth/services/sessions'
import type User from '#users/models/user'
import UserTransformer from '#users/transformers/user_transformer'

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
