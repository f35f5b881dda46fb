/*
 * The log-in by a browser (Authorization Code with PKCE). What is secret waits in a challenge, used
 * once; a cookie ties it to the browser that began. The front end's own codeChallenge goes along, so
 * that the code with which the browser comes back is worth nothing to anybody else.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { callbackUrl, settingsOf, type ProviderName } from '#auth/services/outside/providers'
import { discover } from '#auth/services/outside/discovery'
import { readIdToken } from '#auth/services/outside/id_tokens'
import { outsideRefusal } from '#auth/services/outside/refusal'
import { isLoopback, type WayBack } from '#auth/services/outside/way_back'
import { MINUTE } from '#core/support/clock'

/** How long somebody may take to log in at the provider, and how long the way back is open. */
export const FLOW_LIFE = 10 * MINUTE
export const EXCHANGE_LIFE = 2 * MINUTE

/** What a begun log-in keeps until the browser is back. */
export interface Flow extends WayBack {
  provider: ProviderName
  nonce: string
  verifier: string
  /** S256, the front end's */
  codeChallenge: string
  /** of the cookie's value */
  browserHash: string
}

/** What the code leads to that the browser brings back. */
export interface Exchange {
  identity: OutsideIdentity
  codeChallenge: string
  /** the loopback address that the code went to; absent for the front end */
  loopback?: string
}

export const randomSecret = () => randomBytes(32).toString('base64url')

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** One for each log-in, so that two tabs do not disturb each other. */
export function browserCookie(state: string): string {
  return `souk_oidc_${sha256(state).slice(0, 16)}`
}

/** Whether a secret is the one behind a hash that `sha256` made. */
export function isBehind(hash: string, secret: string): boolean {
  const found = Buffer.from(sha256(secret))
  const expected = Buffer.from(hash)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/**
 * Where the browser goes to log in. A code for a program on the person's computer is never given
 * without a click: a link that somebody sends could have begun it, for a listener of their own there.
 *
 * @throws ProviderUnavailable
 */
export async function authorizationUrl(
  { provider, nonce, verifier, returnTo }: Flow,
  state: string
): Promise<string> {
  const { client } = await discover(settingsOf(provider))
  const { buildAuthorizationUrl } = await import('openid-client')
  const url = buildAuthorizationUrl(client, {
    redirect_uri: callbackUrl(provider),
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: sha256(verifier),
    code_challenge_method: 'S256',
    ...(isLoopback(returnTo) && { prompt: 'select_account' }),
  })
  return url.href
}

/**
 * Exchanges what the provider sent the browser back with.
 *
 * @param search the query of the callback, as it came
 * @throws OutsideProofRefused when the provider says no, or the answer is not this provider's
 * @throws ProviderUnavailable
 */
export async function identityBehind(
  flow: Flow,
  search: string,
  state: string
): Promise<OutsideIdentity> {
  const settings = settingsOf(flow.provider)
  const discovered = await discover(settings)
  const { authorizationCodeGrant } = await import('openid-client')
  const tokens = await authorizationCodeGrant(
    discovered.client,
    new URL(callbackUrl(flow.provider) + search),
    {
      pkceCodeVerifier: flow.verifier,
      expectedState: state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    }
  ).catch((error) => {
    throw outsideRefusal(flow.provider, error)
  })
  const expected = { audiences: [settings.clientId], nonce: flow.nonce }
  return readIdToken(settings, discovered, tokens.id_token!, expected)
}
