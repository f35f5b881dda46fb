import logger from '@adonisjs/core/services/logger'
import { OutsideProofRefused, ProviderUnavailable } from '#auth/errors'
import type { ProviderName } from '#auth/services/outside/providers'
import type { DomainError } from '#core/exceptions/domain_error'

/**
 * What an error of openid-client or jose means for the caller: nobody answered, or the proof is not
 * good. The log keeps why, without what the provider sent.
 */
export function outsideRefusal(provider: ProviderName, error: unknown): DomainError {
  for (let cause: any = error; cause; cause = cause.cause)
    if (cause instanceof ProviderUnavailable) return cause
  const { code, name, error: word } = error as { code?: string; name?: string; error?: string }
  logger.warn({ provider, why: word ?? code ?? name }, 'an outside log-in was refused')
  return new OutsideProofRefused()
}
