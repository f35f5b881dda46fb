/*
 * Which server a command talks to, and where each part of the answer came from. Nothing switches
 * by itself: flag, then environment, then the configured default, then the local server.
 */
import { UsageError } from './errors.ts'
import { suggest } from './suggest.ts'
import type { Config, ProfileConfig } from './config.ts'
import type { GlobalFlags } from './options.ts'
import type { Money } from './output/values.ts'

export const LOCAL_PROFILE = 'local'
export const LOCAL_API_URL = 'http://127.0.0.1:3333'

/** A value with the place it was read from, for `souk auth status`. */
export interface Sourced<T> {
  value: T
  source: string
}

export interface Profile {
  name: Sourced<string>
  /** Where requests go: scheme, host, port and perhaps a path, without `/api/v1`. */
  apiUrl: Sourced<string>
  /** Where this profile's token is at home; it is sent to no other origin. */
  homeUrl: string
  protected: boolean
  scheme: string
  accent?: string
  /** Above it, money that goes out wants its amount typed. */
  refundLimit?: Money
  /** False for the implicit local profile. */
  configured: boolean
}

/** Resolves the profile of one command. */
export function resolveProfile(
  config: Config,
  flags: Pick<GlobalFlags, 'profile' | 'apiUrl'>,
  env: NodeJS.ProcessEnv
): Profile {
  const name = profileName(config, flags, env)
  const configured = config.profiles[name.value]
  if (!configured && name.value !== LOCAL_PROFILE) throw unknownProfile(config, name.value)

  const home = homeUrl(name.value, configured, env)
  const apiUrl = flags.apiUrl ? { value: normalizeApiUrl(flags.apiUrl), source: '--api-url' } : home
  return {
    name,
    apiUrl,
    homeUrl: home.value,
    protected: configured?.protected ?? false,
    scheme: configured?.scheme ?? 'Bearer',
    accent: configured?.accent,
    refundLimit: configured?.refundLimit,
    configured: configured !== undefined,
  }
}

function profileName(
  config: Config,
  flags: Pick<GlobalFlags, 'profile'>,
  env: NodeJS.ProcessEnv
): Sourced<string> {
  if (flags.profile) return { value: flags.profile, source: '--profile' }
  if (env.SOUK_PROFILE) return { value: env.SOUK_PROFILE, source: 'SOUK_PROFILE' }
  if (config.defaultProfile) return { value: config.defaultProfile, source: 'config.json' }
  return { value: LOCAL_PROFILE, source: 'built in' }
}

function homeUrl(
  name: string,
  configured: ProfileConfig | undefined,
  env: NodeJS.ProcessEnv
): Sourced<string> {
  if (env.SOUK_API_URL) {
    return { value: normalizeApiUrl(env.SOUK_API_URL), source: 'SOUK_API_URL' }
  }
  if (configured) {
    return { value: normalizeApiUrl(configured.apiUrl), source: `profile ${name}` }
  }
  return { value: LOCAL_API_URL, source: 'built in' }
}

/** The error for a profile nobody added. */
export function unknownProfile(config: Config, name: string): UsageError {
  const names = [...new Set([...Object.keys(config.profiles), LOCAL_PROFILE])]
  const guess = suggest(name, names)
  return new UsageError(`there is no profile "${name}"; there are: ${names.join(', ')}`, {
    code: 'unknown_profile',
    hint: guess
      ? `did you mean ${guess}?`
      : `souk profile add ${name} --api-url https://api.example.com`,
  })
}

/** A profile name is a file name too, hence the narrow alphabet. */
export function checkProfileName(name: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name)) return name
  throw new UsageError(
    `"${name}" cannot name a profile: lower-case letters, digits, dot, dash; at most 40`
  )
}

/** The address without `/api/v1` and trailing slash. Plain http is for this machine only. */
export function normalizeApiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`"${text}" is not an address such as https://api.example.com`, {
      code: 'bad_api_url',
    })
  }
  if (url.username || url.password) {
    throw new UsageError('an address with a password in it is not accepted', {
      code: 'bad_api_url',
      hint: 'souk login',
    })
  }
  if (!isSafeTransport(url)) {
    throw new UsageError(`${url.origin} is not https: a token would travel in the clear`, {
      code: 'insecure_api_url',
    })
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api(\/v1)?$/, '')
  return url.origin + path
}

/** https, or http to this very machine. */
export function isSafeTransport(url: URL): boolean {
  if (url.protocol === 'https:') return true
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
}
