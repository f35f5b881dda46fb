/*
 * The one HTTP layer. What holds for every request, whatever the command:
 * - the token goes to the profile's own origin and nowhere else, never along with a redirect;
 * - passing failures (429, 5xx, network) are repeated, as the server asks, and this is said;
 * - a write carries an idempotency key, the same on every repeat, shown when the outcome is unknown;
 * - a 401 renews the login once, silently;
 * - an answer outside 2xx is an error.
 */
import {
  ApiError,
  CliError,
  InterruptedError,
  UnreachableError,
  UnreadableAnswerError,
  UnsupportedError,
  exitCodeForStatus,
  exitCodes,
} from './errors.ts'
import { LONGEST_ASKED_WAIT_MS, isPassing, parseRetryAfter, waitBefore } from './retry.ts'
import { isSafeTransport } from './profiles.ts'
import { cleanLine } from './output/clean.ts'
import { soukVersion } from './version.ts'
import { exchange } from './exchange.ts'
import type { AnswerHeaders, Incoming } from './exchange.ts'
import type { Clock } from './clock.ts'
import type { ErrorFacts, FieldProblem } from './errors.ts'
import type { Redactor } from './redact.ts'
import type { Session, TokenGrant } from './session.ts'
import type { TalkOutput } from './terminal.ts'

const API_PREFIX = '/api/v1'
const MOST_REDIRECTS = 5
const LONGEST_TIMER_MS = 2 ** 31 - 1
/** A person should see within a tenth of a second that something is going on. */
const SHOW_WAITING_AFTER_MS = 90
const SAY_STILL_WAITING_EVERY_MS = 10_000

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Query = Record<string, string | number | boolean | string[] | undefined>

export interface ApiRequest {
  method?: Method
  /** Below /api/v1, with a leading slash. */
  path: string
  query?: Query
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of `body`. */
  rawBody?: string
  headers?: Record<string, string>
  /** Never carries the token: log-in, refresh, health. */
  anonymous?: boolean
  idempotencyKey?: string
  /** Statuses outside 2xx that are an answer to this question, not a failure. */
  accept?: number[]
  /** The body may be something else than JSON. */
  anyBody?: boolean
}

export interface ApiAnswer {
  status: number
  headers: AnswerHeaders
  requestId: string | undefined
  bytes: Buffer
  text: string
  /** The parsed JSON; undefined for an empty body, and for other types under `anyBody`. */
  body: unknown
  idempotencyKey: string | undefined
  /** The server had already applied this write. */
  replayed: boolean
}

export interface ListMeta {
  nextCursor?: string | null
  limit?: number
  total?: number
}

interface Prepared {
  method: Method
  url: URL
  headers: Record<string, string>
  payload: string | undefined
  key: string | undefined
  request: ApiRequest
  /** Some attempt may have reached the server without its answer reaching us. */
  uncertain: boolean
  attempts: number
}

type Attempt =
  ({ kind: 'answer' } & Incoming) | { kind: 'failure'; error: UnreachableError; passing: boolean }

interface Options {
  apiUrl: string
  homeUrl: string
  scheme: string
  timeoutMs: number
  retries: number
  trace: 'off' | 'headers' | 'bodies'
  session: Session
  talk: TalkOutput
  redactor: Redactor
  clock: Clock
  signal: AbortSignal
  /** Told the oldest client version that the server still supports, when it says so. */
  onMinimumVersion: (version: string) => Promise<void>
}

/** Talks to the API of one profile. */
export class HttpClient {
  #options: Options

  constructor(options: Options) {
    this.#options = options
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
    const prepared = this.#prepare(request)
    let token = await this.#authorize(prepared)
    let attempt = await this.#attemptUntilSettled(prepared)
    if (attempt.kind === 'answer' && attempt.status === 401 && token !== undefined) {
      const renewed = await this.#options.session.renew(token, (old) => this.#rotate(old))
      if (renewed) {
        token = await this.#authorize(prepared)
        attempt = await this.#attemptUntilSettled(prepared)
      }
    }
    if (attempt.kind === 'failure') throw this.#withWriteFacts(prepared, attempt.error)
    return this.#settle(prepared, attempt)
  }

  /** What `send` would send, for --dry-run: the exact request, secrets masked. */
  async preview(request: ApiRequest) {
    const prepared = this.#prepare(request)
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

  #prepare(request: ApiRequest): Prepared {
    const method = request.method ?? 'GET'
    const isWrite = method !== 'GET' && method !== 'HEAD'
    const key = isWrite ? (request.idempotencyKey ?? crypto.randomUUID()) : undefined
    const payload =
      request.rawBody ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
    const headers: Record<string, string> = {
      'Accept': 'application/json',
      'User-Agent': `souk/${soukVersion()} node/${process.versions.node}`,
      ...(payload === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key ? { 'Idempotency-Key': key } : {}),
      ...request.headers,
    }
    const url = this.#url(request.path, request.query)
    return { method, url, headers, payload, key, request, uncertain: false, attempts: 0 }
  }

  #url(path: string, query: Query = {}): URL {
    const url = new URL(this.#options.apiUrl + API_PREFIX + path)
    for (const [name, value] of Object.entries(query)) {
      if (value === undefined) continue
      for (const part of Array.isArray(value) ? value : [value]) {
        url.searchParams.append(name, String(part))
      }
    }
    return url
  }

  async #authorize(prepared: Prepared): Promise<string | undefined> {
    if (prepared.request.anonymous) return undefined
    const token = await this.#options.session.tokenFor(prepared.url)
    if (token === undefined) return undefined
    const { scheme } = this.#options
    prepared.headers.Authorization = scheme ? `${scheme} ${token}` : token
    return token
  }

  async #attemptUntilSettled(prepared: Prepared): Promise<Attempt> {
    const { retries, clock, signal, talk } = this.#options
    for (let repeat = 0; ; repeat++) {
      const attempt = await this.#attemptOnce(prepared)
      const passing = attempt.kind === 'failure' ? attempt.passing : isPassing(attempt.status)
      if (!passing || this.#isAnswer(prepared, attempt) || repeat >= retries) return attempt

      const asked =
        attempt.kind === 'answer'
          ? parseRetryAfter(attempt.headers.get('retry-after'), clock.now())
          : undefined
      if (asked !== undefined && asked > LONGEST_ASKED_WAIT_MS) return attempt
      const wait = waitBefore(repeat, asked, clock.random())
      const reason =
        attempt.kind === 'answer' ? `the server answered ${attempt.status}` : attempt.error.message
      talk.note(`${reason}; repeat ${repeat + 1} of ${retries} in ${(wait / 1000).toFixed(1)} s`)
      try {
        await clock.sleep(wait, signal)
      } catch (error) {
        throw this.#withWriteFacts(prepared, error)
      }
    }
  }

  #isAnswer(prepared: Prepared, attempt: Attempt): boolean {
    return attempt.kind === 'answer' && Boolean(prepared.request.accept?.includes(attempt.status))
  }

  async #attemptOnce(prepared: Prepared): Promise<Attempt> {
    const { clock, signal, timeoutMs } = this.#options
    const started = clock.now()
    const timeout = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_TIMER_MS))
    const stopWaiting = this.#showWaiting(prepared)
    prepared.attempts++
    this.#traceRequest(prepared)
    try {
      const answer = await this.#follow(prepared, AbortSignal.any([signal, timeout]))
      this.#traceResponse(answer, clock.now() - started)
      // These statuses come from something in front of a server that may have gone on working.
      if ([500, 502, 504].includes(answer.status)) prepared.uncertain = true
      return { kind: 'answer', ...answer }
    } catch (error) {
      if (signal.aborted) {
        prepared.uncertain = true
        throw this.#withWriteFacts(prepared, signal.reason)
      }
      if (error instanceof CliError) throw error
      return this.#explainFailure(prepared, timeout.aborted, error)
    } finally {
      stopWaiting()
    }
  }

  /** Follows redirects of reads by hand, so that the token can be left behind. */
  async #follow(prepared: Prepared, signal: AbortSignal): Promise<Incoming> {
    const { method, payload } = prepared
    let { url, headers } = prepared
    for (let hops = 0; ; hops++) {
      const answer = await exchange({ method, url, headers, payload, signal })
      const location = answer.headers.get('location')
      if (answer.status < 300 || answer.status >= 400 || !location) return answer

      const target = new URL(location, url)
      const allowed = (method === 'GET' || method === 'HEAD') && hops < MOST_REDIRECTS
      if (!allowed || !isSafeTransport(target)) {
        throw new CliError(
          exitCodes.unexpected,
          'redirected',
          `${url.host} redirects to ${cleanLine(target.href)}, which is not followed`,
          { status: answer.status, hint: 'correct the address of the profile: souk profile edit' }
        )
      }
      const { Authorization: leftBehind, ...rest } = headers
      headers = rest
      url = target
    }
  }

  #explainFailure(prepared: Prepared, timedOut: boolean, error: unknown): Attempt {
    const { url } = prepared
    if (timedOut) {
      prepared.uncertain = true
      const seconds = this.#options.timeoutMs / 1000
      return {
        kind: 'failure',
        passing: true,
        error: new UnreachableError('timeout', `${url.host} did not answer within ${seconds} s`),
      }
    }
    const { code = 'network', message } = error as NodeJS.ErrnoException
    const known = networkFailures(url.host)[code]
    if (known) {
      return {
        kind: 'failure',
        passing: known.passing,
        error: new UnreachableError(known.code, known.message, { cause: error, hint: known.hint }),
      }
    }
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
      return {
        kind: 'failure',
        passing: false,
        error: new UnreachableError('tls', `no safe connection to ${url.host}: ${code}`, {
          hint: 'NODE_EXTRA_CA_CERTS=FILE trusts a private authority',
        }),
      }
    }
    // Anything else broke on the way: the server may have read the request.
    prepared.uncertain = true
    return {
      kind: 'failure',
      passing: true,
      error: new UnreachableError('network', `the connection to ${url.host} broke (${message})`, {
        cause: error,
      }),
    }
  }

  async #settle(
    prepared: Prepared,
    attempt: Extract<Attempt, { kind: 'answer' }>
  ): Promise<ApiAnswer> {
    const { status, headers, bytes, text } = attempt
    const requestId = headers.get('x-request-id')
    const minimum = headers.get('x-min-cli-version')
    if (minimum) await this.#options.onMinimumVersion(minimum)

    const parsed = parseJson(text)
    const succeeded = status >= 200 && status < 300
    if (!succeeded && !(prepared.request.accept?.includes(status) && parsed.ok)) {
      throw this.#withWriteFacts(prepared, this.#statusError(prepared, attempt, requestId))
    }
    const empty = text.trim() === ''
    if (!parsed.ok && !empty && !prepared.request.anyBody) {
      throw this.#withWriteFacts(
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
    attempt: Extract<Attempt, { kind: 'answer' }>,
    headerRequestId: string | undefined
  ): CliError {
    const { status, headers, text } = attempt
    const { code, message, fields, requestId } = readProblem(text, status)
    const facts: ErrorFacts = { requestId: headerRequestId ?? requestId, fields, status }
    if (status === 401 && !prepared.request.anonymous) {
      const home = new URL(this.#options.homeUrl).origin === prepared.url.origin
      if (home) return this.#options.session.refused(code, message, facts.requestId)
      facts.hint = `stored tokens are not sent to ${prepared.url.origin}`
    }
    if (status === 403) facts.hint = 'souk whoami shows your role; a senior_admin can change it'
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

  /** Says of a failed write whether it may have been applied, and how to repeat it safely. */
  #withWriteFacts(prepared: Prepared, error: unknown): unknown {
    if (!(error instanceof CliError)) return error
    error.facts.attempts = prepared.attempts
    const open = [
      exitCodes.tryLater,
      exitCodes.interrupted,
      exitCodes.terminated,
      exitCodes.unexpected,
    ]
    if (!prepared.key || !open.includes(error.exitCode as (typeof open)[number])) return error
    // An interruption carries one shared reason: each write adds its own facts to a copy.
    const told = error instanceof InterruptedError ? error.copy() : error
    told.facts.idempotencyKey = prepared.key
    told.facts.mayHaveApplied = prepared.uncertain || error.exitCode === exitCodes.unexpected
    return told
  }

  /** Shows on stderr that a request is under way; returns the function that ends it. */
  #showWaiting(prepared: Prepared): () => void {
    const { talk, clock } = this.#options
    const started = clock.now()
    const seconds = () => Math.round((clock.now() - started) / 1000)
    const interval = talk.isTTY ? 1000 : SAY_STILL_WAITING_EVERY_MS
    const say = () => {
      if (talk.isTTY) talk.status(`… ${prepared.method} ${prepared.url.pathname}  ${seconds()} s`)
      else talk.note(`still waiting for ${prepared.url.host} (${seconds()} s)`)
    }
    const first = talk.isTTY ? setTimeout(say, SHOW_WAITING_AFTER_MS) : undefined
    const timer = setInterval(say, interval)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      talk.clearStatus()
    }
  }

  #traceRequest({ method, url, headers, payload }: Prepared): void {
    const { trace, talk, redactor } = this.#options
    if (trace === 'off') return
    talk.line(`> ${method} ${url.href}`)
    for (const [name, value] of Object.entries(redactor.headers(headers))) {
      talk.line(`> ${name}: ${value}`)
    }
    if (trace === 'bodies' && payload !== undefined) talk.line(`> ${this.#traceBody(payload)}`)
  }

  #traceResponse({ status, headers, text }: Incoming, milliseconds: number): void {
    const { trace, talk, redactor } = this.#options
    if (trace === 'off') return
    talk.line(`< ${status} in ${milliseconds} ms`)
    for (const [name, value] of Object.entries(
      redactor.headers(Object.fromEntries(headers.entries()))
    )) {
      talk.line(`< ${name}: ${cleanLine(value)}`)
    }
    if (trace === 'bodies' && text) talk.line(`< ${this.#traceBody(text)}`)
  }

  /** Masked by member name; what is not JSON is measured, not shown, for it may hold anything. */
  #traceBody(text: string): string {
    const parsed = parseJson(text)
    if (!parsed.ok) return `(${Buffer.byteLength(text)} bytes, not JSON)`
    return cleanLine(JSON.stringify(this.#options.redactor.json(parsed.value)))
  }
}

/** The `data` of an answer; a body without an envelope is itself the data. */
export function unwrap<T>(body: unknown): T {
  const hasData = typeof body === 'object' && body !== null && 'data' in body
  return (hasData ? body.data : body) as T
}

function networkFailures(
  host: string
): Record<string, { code: string; message: string; passing: boolean; hint?: string }> {
  const unknownHost = {
    code: 'dns',
    message: `there is no host ${host}`,
    passing: false,
    hint: 'souk auth status shows where the address comes from',
  }
  return {
    ECONNREFUSED: {
      code: 'connection_refused',
      message: `nothing listens at ${host}`,
      passing: true,
      hint: 'is the server running? (npm start)',
    },
    ENOTFOUND: unknownHost,
    EAI_AGAIN: {
      ...unknownHost,
      message: `the name ${host} cannot be looked up now`,
      passing: true,
    },
    EHOSTUNREACH: { code: 'network', message: `no way to ${host}`, passing: true },
    ENETUNREACH: { code: 'network', message: `no way to ${host}`, passing: true },
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

interface Problem {
  code: string
  message: string
  fields?: FieldProblem[]
  requestId?: string
}

/** Reads the error envelope; anything else (a proxy's HTML page) becomes a plain sentence. */
function readProblem(text: string, status: number): Problem {
  const parsed = parseJson(text)
  const body = parsed.ok ? (parsed.value as { errors?: unknown; requestId?: string }) : undefined
  const errors = Array.isArray(body?.errors)
    ? (body.errors as Partial<FieldProblem & Problem>[])
    : []
  const first = errors[0]
  const fields = errors
    .filter((error) => typeof error?.field === 'string')
    .map(({ field, message, rule }) => ({
      field: cleanLine(field!),
      message: cleanLine(String(message ?? '')),
      ...(rule ? { rule } : {}),
    }))
  return {
    code: String(first?.code ?? `http_${status}`),
    message: cleanLine(String(first?.message ?? `the server answered ${status}`)),
    fields: fields.length > 0 ? fields : undefined,
    requestId: typeof body?.requestId === 'string' ? body.requestId : undefined,
  }
}
