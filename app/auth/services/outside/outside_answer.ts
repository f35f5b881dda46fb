import type { HttpContext } from '@adonisjs/core/http'
import type { OutsideLogInResult } from '#auth/actions/log_in_outside'
import { answerTokens } from '#auth/services/tokens_answer'
import { toIso } from '#core/support/clock'

/** What a log-in is answered with: tokens, or what is still to be proven. */
export function answerOutside(
  ctx: HttpContext,
  result: OutsideLogInResult,
  transport?: 'bearer' | 'cookie'
) {
  switch (result.kind) {
    case 'session':
      return answerTokens(ctx, result.user, result.tokens, transport)
    case 'second factor':
      return ctx.serialize({
        requires2FA: true,
        challenge: result.challenge,
        methods: result.methods,
      })
    case 'link':
      return ctx.serialize({
        requiresLink: true,
        challenge: result.challenge,
        expiresAt: toIso(result.expiresAt),
        provider: result.identity.provider,
        email: result.identity.email,
      })
  }
}
