import { createHash } from 'node:crypto'
import type { ProviderName } from '#auth/services/outside/providers'

/** Somebody's account at a provider, proven by an ID token. */
export interface OutsideIdentity {
  provider: ProviderName
  issuer: string
  /** the account, to its issuer: never reused, and case counts */
  subject: string
  /** null when there is none that can be written to */
  email: string | null
  /** the provider vouches that the address is its owner's */
  isEmailVerified: boolean
  name: string | null
  /** when the token that proved it is over, epoch ms */
  expiresAt: number
}

/** The key of an identity: compared to the letter on every database. */
export function identityHash({ provider, issuer, subject }: OutsideIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, issuer, subject]))
    .digest('hex')
}

const NAMES: Record<ProviderName, string> = { google: 'Google', azure: 'Microsoft' }

/** As people know it. */
export function providerLabel(provider: ProviderName): string {
  return NAMES[provider]
}
