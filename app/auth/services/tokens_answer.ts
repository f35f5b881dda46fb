import type { HttpContext } from '@adonisjs/core/http'
import { setTokenCookies } from '#auth/services/cookies'
import type { IssuedTokens, Origin } from '#auth/services/sessions'
import type User from '#users/models/user'
import UserTransformer from '#users/transformers/user_transformer'

/** From where a session is opened. */
export function originOf({ request }: HttpContext): Origin {
  return { ip: request.ip(), userAgent: request.header('user-agent') ?? null }
}

/**
 * The answer that carries tokens. With the cookie transport they travel in HTTP-only cookies and
 * never in the body, where a script could read them.
 */
export function answerTokens(
  ctx: HttpContext,
  user: User,
  tokens: IssuedTokens,
  transport: 'bearer' | 'cookie' = 'bearer'
) {
  const { tokenType, expiresIn } = tokens
  const isCookie = transport === 'cookie'
  if (isCookie) setTokenCookies(ctx, tokens)
  return ctx.serialize({
    accessToken: isCookie ? null : tokens.accessToken,
    refreshToken: isCookie ? null : tokens.refreshToken,
    tokenType,
    expiresIn,
    user: UserTransformer.transform(user).useVariant('forLogin'),
  })
}
