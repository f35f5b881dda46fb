/*
 * The providers of outside log-ins as this installation knows them: start/env.ts has checked the
 * settings at boot, and nothing is asked of a provider before somebody wants to log in with it.
 */
import env from '#start/env'
import { ProviderOff } from '#auth/errors'

export const PROVIDERS = ['google', 'azure'] as const
export type ProviderName = (typeof PROVIDERS)[number]

const CLIENT_IDS = { google: 'OIDC_GOOGLE_CLIENT_ID', azure: 'OIDC_AZURE_CLIENT_ID' } as const

export interface ProviderSettings {
  name: ProviderName
  /** as tokens name it; Azure's may be that of all tenants (.../organizations/v2.0) */
  issuer: string
  /** where the metadata is, when not at the issuer's own address; '' otherwise */
  discoveryUrl: string
  clientId: string
  clientSecret: string
  /** clients whose ID tokens are ours: this server's own, and those of our apps */
  audiences: string[]
  /** Azure tenants that may log in; empty: those that the issuer stands for */
  tenants: string[]
}

/** Those that one can log in with here. */
export function providersInUse(): ProviderName[] {
  return PROVIDERS.filter((name) => env.get(CLIENT_IDS[name]) !== '')
}

/** @throws ProviderOff (404) when this installation has no client there */
export function settingsOf(name: ProviderName): ProviderSettings {
  const { apps, ...settings } = name === 'google' ? google() : azure()
  if (settings.clientId === '') throw new ProviderOff()
  return { name, ...settings, audiences: [settings.clientId, ...apps] }
}

const google = () => ({
  issuer: env.get('OIDC_GOOGLE_ISSUER'),
  discoveryUrl: env.get('OIDC_GOOGLE_DISCOVERY_URL'),
  clientId: env.get('OIDC_GOOGLE_CLIENT_ID'),
  clientSecret: env.get('OIDC_GOOGLE_CLIENT_SECRET'),
  apps: env.get('OIDC_GOOGLE_AUDIENCES'),
  tenants: [],
})

const azure = () => ({
  issuer: env.get('OIDC_AZURE_ISSUER'),
  discoveryUrl: env.get('OIDC_AZURE_DISCOVERY_URL'),
  clientId: env.get('OIDC_AZURE_CLIENT_ID'),
  clientSecret: env.get('OIDC_AZURE_CLIENT_SECRET'),
  apps: env.get('OIDC_AZURE_AUDIENCES'),
  tenants: env.get('OIDC_AZURE_TENANTS').map((tenant) => tenant.toLowerCase()),
})

/** Where the browser begins. */
export function redirectUrl(name: ProviderName): string {
  return `${env.get('APP_URL')}/api/v1/auth/oidc/${name}/redirect`
}

/** Where a provider sends the browser back to; has to be registered there, to the letter. */
export function callbackUrl(name: ProviderName): string {
  return `${env.get('APP_URL')}/api/v1/auth/oidc/${name}/callback`
}
