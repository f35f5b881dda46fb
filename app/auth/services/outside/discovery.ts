/*
 * A provider's metadata and keys, asked for by the first log-in and kept for an hour; keys that a
 * token names and we do not know are fetched again by themselves. openid-client is loaded then, too.
 */
import { createRemoteJWKSet, customFetch as keysFetch } from 'jose'
import type { Configuration, CustomFetch } from 'openid-client'
import { providerFetch } from '#auth/services/outside/provider_fetch'
import type { ProviderSettings } from '#auth/services/outside/providers'
import { outsideRefusal } from '#auth/services/outside/refusal'
import { HOUR } from '#core/support/clock'
import { isOnThisMachine } from '#core/support/web_address'

const KEPT_FOR = HOUR

export interface Discovered {
  client: Configuration
  keys: ReturnType<typeof createRemoteJWKSet>
  /** the metadata's own; Azure's for many tenants has a {tenantid} in it */
  issuer: string
}

interface Kept {
  until: number
  discovered: Promise<Discovered>
}

const kept = new Map<string, Kept>()

/** @throws ProviderUnavailable when the provider does not answer */
export async function discover(settings: ProviderSettings): Promise<Discovered> {
  const key = JSON.stringify(settings)
  const known = kept.get(key)
  if (known && known.until > performance.now()) return known.discovered
  const discovered = ask(settings)
  kept.set(key, { until: performance.now() + KEPT_FOR, discovered })
  discovered.catch(() => kept.delete(key))
  return discovered
}

async function ask(settings: ProviderSettings): Promise<Discovered> {
  const { allowInsecureRequests, ClientSecretPost, customFetch, discovery } =
    await import('openid-client')
  const usual = `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const place = settings.discoveryUrl || usual
  const fetchFromProvider = providerFetch(new Map([[usual, place]]))
  const client = await discovery(
    new URL(settings.issuer),
    settings.clientId,
    { client_secret: settings.clientSecret },
    ClientSecretPost(settings.clientSecret),
    {
      [customFetch]: fetchFromProvider as CustomFetch,
      execute: isOnThisMachine(place) ? [allowInsecureRequests] : [],
    }
  ).catch((error) => {
    throw outsideRefusal(settings.name, error)
  })
  const { issuer, jwks_uri: keysAt } = client.serverMetadata()
  const keys = createRemoteJWKSet(new URL(keysAt!), { [keysFetch]: fetchFromProvider })
  return { client, keys, issuer }
}
