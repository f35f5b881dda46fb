import { createHash, randomBytes } from 'node:crypto'
import env from '#start/env'
import type { ProviderName } from '#auth/services/outside/providers'
import { Browser, isTerminal } from '#tests/helpers/outside/browser'

/** What a front end keeps of a log-in that it begins: the verifier, and the challenge made of it. */
export function frontEndSecret() {
  const codeVerifier = randomBytes(32).toString('base64url')
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url')
  return { codeVerifier, codeChallenge }
}

export const api = (path: string) => `http://${env.get('HOST')}:${env.get('PORT')}/api/v1${path}`

/** Where a front end sends the browser to begin. */
export function startUrl(provider: ProviderName, query: Record<string, string>): string {
  return `${api(`/auth/oidc/${provider}/redirect`)}?${new URLSearchParams(query)}`
}

/** The whole way of a browser to the provider and back. @returns what the exchange takes */
export async function browserLogIn(provider: ProviderName, subject: string) {
  const { codeVerifier, codeChallenge } = frontEndSecret()
  const { url } = await new Browser().walk(startUrl(provider, { codeChallenge }), subject)
  const code = url.searchParams.get('code')
  if (!code) throw new Error(`came back without a code: ${url}`)
  return { code, codeVerifier }
}

/** The same way for a program that listens at this address. @returns what the exchange takes */
export async function loopbackLogIn(
  provider: ProviderName,
  subject: string,
  returnTo = 'http://127.0.0.1:40123/souk/login'
) {
  const { codeVerifier, codeChallenge } = frontEndSecret()
  const start = startUrl(provider, { codeChallenge, returnTo })
  const { url } = await new Browser().walk(start, subject, isTerminal)
  const code = url.searchParams.get('code')
  if (!code) throw new Error(`came back without a code: ${url}`)
  return { code, codeVerifier, returnTo }
}
