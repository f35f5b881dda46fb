import type { HttpContext } from '@adonisjs/core/http'
import type { OutsideLogInResult } from '#auth/actions/log_in_outside'
import { answerLogIn } from '#auth/services/tokens_answer'
import { toIso } from '#core/support/clock'

/** What a log-in is answered with: tokens, or what is still to be proven. */
export function answerOutside(
  ctx: HttpContext,
  result: OutsideLogInResult,
  transport?: 'bearer' | 'cookie'
) {
  if (result.kind !== 'link') return answerLogIn(ctx, result, transport)
  return ctx.serialize({
    requiresLink: true,
    challenge: result.challenge,
    expiresAt: toIso(result.expiresAt),
    provider: result.identity.provider,
    email: result.identity.email,
  })
}
