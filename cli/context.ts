/*
 * What commands work with, made when first asked for: a command that needs no network never builds
 * an HTTP client, and `souk --version` reads no configuration.
 */
import { readConfig, timeZone } from './config.ts'
import { parseDuration } from './options.ts'
import { findPaths } from './paths.ts'
import { Prompt } from './prompt.ts'
import { Redactor } from './redact.ts'
import { DataOutput, TalkOutput, wantsColor } from './terminal.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { HttpClient } from './http.ts'
import type { GlobalFlags } from './options.ts'
import type { Printer } from './output/printer.ts'
import type { Paths } from './paths.ts'
import type { Profile } from './profiles.ts'
import type { Session } from './session.ts'
import type { ColorMode, Streams } from './terminal.ts'
import type { TokenStore } from './tokens.ts'

const DEFAULT_TIMEOUT = '30s'
const DEFAULT_RETRIES = 3
const CLOSING_MS = 5_000

interface Options {
  env: NodeJS.ProcessEnv
  streams: Streams
  clock: Clock
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal
}

export class Context {
  readonly env: NodeJS.ProcessEnv
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly streams: Streams
  readonly paths: Paths
  readonly redactor = new Redactor()
  readonly out: DataOutput
  readonly talk: TalkOutput
  flags: GlobalFlags = { header: true, input: true, pager: true }
  /** The permission the running command needs; a 403 names it. */
  permission: string | undefined
  #config: Promise<Config> | undefined
  #profile: Promise<Profile> | undefined
  #http: Promise<HttpClient> | undefined
  #session: Promise<Session> | undefined
  #printer: Promise<Printer> | undefined
  #proof: Promise<void> | undefined

  constructor({ env, streams, clock, signal }: Options) {
    this.env = env
    this.clock = clock
    this.signal = signal
    this.streams = streams
    this.paths = findPaths(env)
    this.talk = new TalkOutput(streams.stderr, this.redactor)
    this.out = new DataOutput(streams.stdout, env, () => this.talk.clearStatus())
    this.#setColors(env.NO_COLOR ? 'never' : 'auto')
  }

  /** Takes the global flags over, once they are parsed. */
  useFlags(flags: GlobalFlags): void {
    this.flags = flags
    this.talk.talkative = !flags.quiet && (!this.wantsJson || this.talk.isTTY)
    this.#setColors(flags.color ?? 'auto')
  }

  /** True when a program reads the output: errors are JSON too. */
  get wantsJson(): boolean {
    const { json, ndjson, jq, fields } = this.flags
    return Boolean(json || ndjson || fields) || jq !== undefined
  }

  config(): Promise<Config> {
    this.#config ??= readConfig(this.paths.config)
    return this.#config
  }

  profile(): Promise<Profile> {
    this.#profile ??= this.#resolveProfile()
    return this.#profile
  }

  session(): Promise<Session> {
    this.#session ??= this.#openSession()
    return this.#session
  }

  http(): Promise<HttpClient> {
    this.#http ??= this.#buildHttp()
    return this.#http
  }

  /** For a request that has to go out although the command was stopped: it gets five seconds. */
  closingHttp(): Promise<HttpClient> {
    return this.#buildHttp(AbortSignal.timeout(CLOSING_MS))
  }

  printer(): Promise<Printer> {
    this.#printer ??= this.#buildPrinter()
    return this.#printer
  }

  /** Where the tokens of all profiles are kept. */
  async tokens(): Promise<TokenStore> {
    const [{ settings }, { TokenStore }] = [await this.config(), await import('./tokens.ts')]
    return new TokenStore({
      directory: this.paths.config,
      preference: (this.env.SOUK_TOKEN_STORE ?? settings.tokenStore ?? 'auto') as 'auto',
      tell: (text) => this.talk.note(text),
    })
  }

  get prompt(): Prompt {
    const { streams, talk, signal, env, flags } = this
    const allowed = flags.input && !['1', 'true'].includes(env.SOUK_NO_INPUT ?? '')
    return new Prompt({ streams, talk, signal, allowed })
  }

  async #resolveProfile(): Promise<Profile> {
    const { resolveProfile } = await import('./profiles.ts')
    return resolveProfile(await this.config(), this.flags, this.env)
  }

  async #openSession(): Promise<Session> {
    const { Session } = await import('./session.ts')
    return new Session({
      profile: await this.profile(),
      store: await this.tokens(),
      env: this.env,
      redactor: this.redactor,
      now: () => this.clock.now(),
    })
  }

  async #buildPrinter(): Promise<Printer> {
    const [{ settings }, { Printer }] = [await this.config(), await import('./output/printer.ts')]
    const zone = this.flags.utc ? 'UTC' : (this.flags.tz ?? (settings.tz as string | undefined))
    return new Printer({
      flags: this.flags,
      out: this.out,
      env: this.env,
      time: { zone: zone === undefined ? undefined : timeZone(zone) },
      configuredPager: settings.pager as string | undefined,
    })
  }

  async #buildHttp(signal = this.signal): Promise<HttpClient> {
    const { HttpClient } = await import('./http.ts')
    const [profile, session, { settings }] = await Promise.all([
      this.profile(),
      this.session(),
      this.config(),
    ])
    useProxyOfEnvironment(this.env)
    return new HttpClient({
      apiUrl: profile.apiUrl.value,
      homeUrl: profile.homeUrl,
      scheme: profile.scheme,
      timeoutMs:
        this.flags.timeout ?? parseDuration((settings.timeout as string) ?? DEFAULT_TIMEOUT),
      retries: this.flags.retries ?? (settings.retries as number | undefined) ?? DEFAULT_RETRIES,
      trace: this.flags.debugBody ? 'bodies' : this.flags.debug ? 'headers' : 'off',
      session,
      talk: this.talk,
      redactor: this.redactor,
      clock: this.clock,
      signal,
      onMinimumVersion: async (version) => {
        const { noteMinimumVersion } = await import('./minimum_version.ts')
        await noteMinimumVersion(this, version)
      },
      onStepUp: (methods) => this.#stepUp(methods),
    })
  }

  /** Asks once, however many requests are waiting for it. */
  async #stepUp(methods: string[]): Promise<boolean> {
    if (!this.prompt.possible) return false
    const { proveOnTerminal } = await import('./step_up.ts')
    this.#proof ??= proveOnTerminal(this, methods).finally(() => (this.#proof = undefined))
    await this.#proof
    return true
  }

  #setColors(mode: ColorMode): void {
    this.out.color = wantsColor(this.streams.stdout, mode, this.env)
    this.talk.color = wantsColor(this.streams.stderr, mode, this.env)
  }
}

/** HTTPS_PROXY and its relatives; this machine itself is always reached directly. */
function useProxyOfEnvironment(env: NodeJS.ProcessEnv): void {
  const wanted = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].some(
    (name) => env[name]
  )
  if (!wanted) return
  const { setGlobalProxyFromEnv } = process.getBuiltinModule('node:http')
  const direct = ['localhost', '127.0.0.1', '[::1]', env.NO_PROXY ?? env.no_proxy]
  const exceptions = direct.filter(Boolean).join(',')
  setGlobalProxyFromEnv({ ...env, NO_PROXY: exceptions, no_proxy: exceptions })
}
