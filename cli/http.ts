/*
 * The one HTTP layer. What holds for every request, whatever the command:
 * - the token goes to the profile's own origin and nowhere else, never along with a redirect
 *   (http/redirects.ts);
 * - passing failures (429, 5xx, network) are repeated, as the server asks, and this is said
 *   (http/attempts.ts);
 * - a write carries an idempotency key, the same on every repeat (http/request.ts), shown when the
 *   outcome is unknown (http/failures.ts);
 * - a 401 renews the login once, silently;
 * - where a fresh proof is wanted, somebody at a terminal is asked for it, and the same request with
 *   the same key is sent again (step_up.ts);
 * - an answer outside 2xx is an error.
 */
import {
  ApiError,
  AuthError,
  STEP_UP_REQUIRED,
  UnreadableAnswerError,
  UnsupportedError,
  exitCodeForStatus,
  exitCodes,
} from './errors.ts'
import { parseJson, readProblem, unwrap } from './http/answers.ts'
import { Attempts, type Attempt } from './http/attempts.ts'
import { withWriteFacts } from './http/failures.ts'
import { prepare } from './http/request.ts'
import { parseRetryAfter } from './http/retry.ts'
import { stepUpRecipe } from './http/step_up_recipe.ts'
import { Trace } from './http/trace.ts'
import type { Clock } from './clock.ts'
import type { CliError, ErrorFacts } from './errors.ts'
import type { Incoming } from './http/exchange.ts'
import type { ApiAnswer, ApiRequest, ListMeta, Prepared, Query } from './http/request.ts'
import type { TraceLevel } from './http/trace.ts'
import type { Redactor } from './redact.ts'
import type { Session, TokenGrant } from './session.ts'
import type { TalkOutput } from './terminal.ts'

export { unwrap }
export type * from './http/request.ts'

/** No login can renew an impersonation. */
const IMPERSONATION_OVER = 'E_IMPERSONATION_OVER'

const isOver = ({ text }: Incoming) => readProblem(text, 401).code === IMPERSONATION_OVER

interface Options {
  apiUrl: string
  homeUrl: string
  scheme: string
  timeoutMs: number
  retries: number
  trace: TraceLevel
  session: Session
  talk: TalkOutput
  redactor: Redactor
  clock: Clock
  signal: AbortSignal
  /** Told the oldest client version that the server still supports, when it says so. */
  onMinimumVersion: (version: string) => Promise<void>
  /** Proves by one of the methods that it is the owner; false where nobody can be asked. */
  onStepUp: (methods: string[]) => Promise<boolean>
}

/** Talks to the API of one profile. */
export class HttpClient {
  #options: Options
  #attempts: Attempts

  constructor(options: Options) {
    const { talk, redactor } = options
    this.#options = options
    this.#attempts = new Attempts({ ...options, trace: new Trace(options.trace, talk, redactor) })
  }

  /** The `data` of a GET. */
  async get<T>(path: string, query?: Query): Promise<T> {
    const answer = await this.send({ path, query })
    return unwrap<T>(answer.body)
  }

  /** One page of a list. */
  async page<T>(path: string, query: Query): Promise<{ rows: T[]; meta: ListMeta }> {
    const answer = await this.send({ path, query })
    const rows = unwrap<T[]>(answer.body)
    if (!Array.isArray(rows)) {
      throw new UnreadableAnswerError(`${path} did not answer with a list`, {
        requestId: answer.requestId,
      })
    }
    return { rows, meta: (answer.body as { meta?: ListMeta }).meta ?? {} }
  }

  /** Sends one request with everything described at the top of this file. */
  async send(request: ApiRequest): Promise<ApiAnswer> {
    const prepared = prepare(this.#options.apiUrl, request)
    let token = await this.#authorize(prepared)
    let attempt = await this.#attempts.untilSettled(prepared)
    const isRefused = attempt.kind === 'answer' && attempt.status === 401 && !isOver(attempt)
    if (isRefused && token !== undefined) {
      const renewed = await this.#options.session.renew(token, (old) => this.#rotate(old))
      if (renewed) {
        token = await this.#authorize(prepared)
        attempt = await this.#attempts.untilSettled(prepared)
      }
    }
    if (token !== undefined && (await this.#isProvedNow(attempt))) {
      await this.#authorize(prepared) // it may have been renewed while somebody typed
      attempt = await this.#attempts.untilSettled(prepared)
    }
    if (attempt.kind === 'failure') throw withWriteFacts(prepared, attempt.error)
    return this.#settle(prepared, attempt)
  }

  /** What `send` would send, for --dry-run: the exact request, secrets masked. */
  async preview(request: ApiRequest) {
    const prepared = prepare(this.#options.apiUrl, request)
    await this.#authorize(prepared)
    return {
      method: prepared.method,
      url: prepared.url.href,
      headers: this.#options.redactor.headers(prepared.headers),
      body: this.#options.redactor.json(request.body) ?? null,
    }
  }

  /** Rotates the refresh token; used by `souk auth refresh` too. */
  async #rotate(refreshToken: string): Promise<TokenGrant> {
    try {
      const answer = await this.send({
        method: 'POST',
        path: '/auth/refresh-token',
        body: { refreshToken },
        anonymous: true,
      })
      return unwrap<TokenGrant>(answer.body)
    } catch (error) {
      if (!(error instanceof ApiError) || (error.facts.status ?? 500) >= 500) throw error
      if (error.facts.status === 429) throw error
      throw this.#options.session.refused(
        'login_expired',
        'the login has expired and could not be renewed',
        error.facts.requestId
      )
    }
  }

  /** Renews the stored login now. */
  async refresh(): Promise<boolean> {
    const login = await this.#options.session.require()
    return this.#options.session.renew(login.accessToken, (old) => this.#rotate(old))
  }

  async #isProvedNow(attempt: Attempt): Promise<boolean> {
    if (attempt.kind !== 'answer' || attempt.status !== 403) return false
    const { code, methods = [] } = readProblem(attempt.text, 403)
    return code === STEP_UP_REQUIRED && this.#options.onStepUp(methods)
  }

  async #authorize(prepared: Prepared): Promise<string | undefined> {
    if (prepared.request.anonymous) return undefined
    const token = await this.#options.session.tokenFor(prepared.url)
    if (token === undefined) return undefined
    const { scheme } = this.#options
    prepared.headers.Authorization = scheme ? `${scheme} ${token}` : token
    return token
  }

  async #settle(prepared: Prepared, answer: Incoming): Promise<ApiAnswer> {
    const { status, headers, bytes, text } = answer
    const requestId = headers.get('x-request-id')
    const minimum = headers.get('x-min-cli-version')
    if (minimum) await this.#options.onMinimumVersion(minimum)

    const parsed = parseJson(text)
    const succeeded = status >= 200 && status < 300
    if (!succeeded && !(prepared.request.accept?.includes(status) && parsed.ok)) {
      throw withWriteFacts(prepared, this.#statusError(prepared, answer, requestId))
    }
    const empty = text.trim() === ''
    if (!parsed.ok && !empty && !prepared.request.anyBody) {
      throw withWriteFacts(
        prepared,
        new UnreadableAnswerError(
          `the answer of ${prepared.url.host} to ${prepared.method} ${prepared.url.pathname} is not JSON`,
          { requestId, status, hint: 'is this the address of the API? souk auth status shows it' }
        )
      )
    }
    const replayed = headers.get('idempotency-replayed') === 'true'
    if (replayed) this.#options.talk.note(`replayed: the server had applied ${prepared.key} before`)
    return {
      status,
      headers,
      requestId,
      bytes,
      text,
      body: parsed.ok ? parsed.value : undefined,
      idempotencyKey: prepared.key,
      replayed,
    }
  }

  #statusError(
    prepared: Prepared,
    answer: Incoming,
    headerRequestId: string | undefined
  ): CliError {
    const { status, headers, text } = answer
    const { code, message, fields, requestId, methods } = readProblem(text, status)
    const facts: ErrorFacts = { requestId: headerRequestId ?? requestId, fields, status }
    if (status === 401 && code === IMPERSONATION_OVER) {
      return new AuthError(code, message, { ...facts, hint: 'souk impersonate start' })
    }
    if (status === 401 && !prepared.request.anonymous) {
      const home = new URL(this.#options.homeUrl).origin === prepared.url.origin
      if (home) return this.#options.session.refused(code, message, facts.requestId)
      facts.hint = `stored tokens are not sent to ${prepared.url.origin}`
    }
    if (code === STEP_UP_REQUIRED) facts.hint = stepUpRecipe(methods ?? [])
    else if (status === 403)
      facts.hint = 'souk whoami shows your role; a senior_admin can change it'
    if (status === 426) {
      return new UnsupportedError(message, { ...facts, hint: 'update souk' })
    }
    const asked = parseRetryAfter(headers.get('retry-after'), this.#options.clock.now())
    if (asked !== undefined && exitCodeForStatus(status) === exitCodes.tryLater) {
      facts.retryAfterSeconds = Math.ceil(asked / 1000)
      facts.hint = `try again in ${facts.retryAfterSeconds} s`
    }
    return new ApiError(status, code, message, facts)
  }
}
