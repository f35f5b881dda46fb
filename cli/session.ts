/*
 * The login a command acts with: a token from the environment, or the stored one, which is
 * renewed at most once at a time on this machine.
 */
import { readFile } from 'node:fs/promises'
import { AuthError, UsageError } from './errors.ts'
import { withLock } from './files.ts'
import type { Profile } from './profiles.ts'
import type { Redactor } from './redact.ts'
import type { Tokens, TokenStore, User } from './tokens.ts'

/** What a log-in and a refresh answer with. */
export interface TokenGrant {
  accessToken: string
  refreshToken?: string
  expiresIn?: number
  user?: User
  /** For a device that the account did not know. */
  deviceToken?: string | null
}

export interface Login {
  accessToken: string
  /** Where it was read: an environment variable, a file, the keyring. */
  source: string
  /** Absent for a token from the environment. */
  stored?: Tokens
}

interface Options {
  profile: Profile
  store: TokenStore
  env: NodeJS.ProcessEnv
  redactor: Redactor
  now: () => number
}

/** The login of the current profile. */
export class Session {
  #options: Options
  #login: Promise<Login | undefined> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** The login, or undefined; read once. */
  current(): Promise<Login | undefined> {
    this.#login ??= this.#find()
    return this.#login
  }

  /** The token for requests to `url`, or undefined where it is not at home. */
  async tokenFor(url: URL): Promise<string | undefined> {
    const { profile } = this.#options
    if (url.origin !== new URL(profile.homeUrl).origin) return undefined
    const login = await this.current()
    if (!login || (login.stored && login.stored.origin !== url.origin)) return undefined
    return login.accessToken
  }

  /** Keeps what a log-in or a refresh granted. */
  async keep(grant: TokenGrant, origin = new URL(this.#options.profile.apiUrl.value).origin) {
    const { profile, store, now } = this.#options
    const known = (await store.read(profile.name.value).catch(() => undefined))?.user
    const tokens: Tokens = {
      origin,
      accessToken: grant.accessToken,
      refreshToken: grant.refreshToken,
      expiresAt: grant.expiresIn
        ? new Date(now() + grant.expiresIn * 1000).toISOString()
        : undefined,
      user: grant.user ?? known,
    }
    this.#remember(tokens)
    await store.write(profile.name.value, tokens)
    this.#login = Promise.resolve({
      accessToken: tokens.accessToken,
      source: store.path(profile.name.value),
      stored: tokens,
    })
    return tokens
  }

  /**
   * Gets a token newer than the one the server refused. Under the lock the store is read again:
   * of many processes that were refused together, the first rotates and the others take its token.
   * Resolves to false when there is nothing to renew with.
   */
  async renew(
    refused: string | undefined,
    rotate: (refreshToken: string) => Promise<TokenGrant>
  ): Promise<boolean> {
    const login = await this.current()
    if (!login?.stored?.refreshToken) return false
    const { profile, store } = this.#options
    const name = profile.name.value

    return withLock(store.path(name), async () => {
      const latest = await store.read(name)
      if (!latest?.refreshToken) return false
      this.#remember(latest)
      if (latest.accessToken !== refused) {
        this.#login = Promise.resolve({ ...login, ...latest, stored: latest })
        return true
      }
      const grant = await rotate(latest.refreshToken)
      await this.keep({ refreshToken: latest.refreshToken, ...grant }, latest.origin)
      return true
    })
  }

  /** Forgets the stored login of this profile. */
  async forget(): Promise<void> {
    await this.#options.store.remove(this.#options.profile.name.value)
    this.#login = Promise.resolve(undefined)
  }

  /** The login, or the error that says how to get one. */
  async require(): Promise<Login> {
    const login = await this.current()
    if (login) return login
    throw this.refused('not_logged_in', 'not logged in')
  }

  /** An authentication error that names the profile and the next command. */
  refused(code: string, message: string, requestId?: string): AuthError {
    const { profile, env } = this.#options
    const name = profile.name.value
    const variable = env.SOUK_TOKEN ? 'SOUK_TOKEN' : env.SOUK_TOKEN_FILE ? 'SOUK_TOKEN_FILE' : ''
    return new AuthError(code, `${message} (profile ${name}, ${profile.apiUrl.value})`, {
      requestId,
      status: requestId === undefined ? undefined : 401,
      hint: variable ? `give a fresh token in ${variable}` : `souk login --profile ${name}`,
    })
  }

  async #find(): Promise<Login | undefined> {
    const { env, profile, store } = this.#options
    const given = await environmentToken(env)
    if (given) {
      this.#options.redactor.remember(given.accessToken)
      return given
    }
    const stored = await store.read(profile.name.value)
    if (!stored) return undefined
    this.#remember(stored)
    const source = stored.store === 'keyring' ? 'keyring' : store.path(profile.name.value)
    return { accessToken: stored.accessToken, source, stored }
  }

  #remember(tokens: Tokens): void {
    this.#options.redactor.remember(tokens.accessToken)
    this.#options.redactor.remember(tokens.refreshToken)
  }
}

async function environmentToken(env: NodeJS.ProcessEnv): Promise<Login | undefined> {
  if (env.SOUK_TOKEN) return { accessToken: env.SOUK_TOKEN.trim(), source: 'SOUK_TOKEN' }
  if (!env.SOUK_TOKEN_FILE) return undefined
  const text = await readFile(env.SOUK_TOKEN_FILE, 'utf8').catch((error) => {
    throw new UsageError(`cannot read SOUK_TOKEN_FILE ${env.SOUK_TOKEN_FILE}: ${error.code}`)
  })
  const accessToken = text.trim()
  if (!accessToken) throw new UsageError(`SOUK_TOKEN_FILE ${env.SOUK_TOKEN_FILE} is empty`)
  return { accessToken, source: `SOUK_TOKEN_FILE (${env.SOUK_TOKEN_FILE})` }
}
