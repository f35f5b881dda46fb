/*
 * What is asked and what comes back, in the words of the API; and the request as it goes over the
 * wire, made once and the same on every repeat.
 */
import { soukVersion } from '../version.ts'
import type { AnswerHeaders, Receive } from './exchange.ts'

const API_PREFIX = '/api/v1'

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
  /**
   * Takes the body of the answer as it comes, of whatever type and length; anew on each repeat.
   * What it throws as a CliError ends the repeats.
   */
  receive?: Receive
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

/** One request with all its attempts. */
export interface Prepared {
  method: Method
  url: URL
  headers: Record<string, string>
  payload: string | undefined
  /** A write carries an idempotency key. */
  key: string | undefined
  request: ApiRequest
  /** Some attempt may have reached the server without its answer reaching us. */
  uncertain: boolean
  attempts: number
}

/** The request for a server at `apiUrl`, still without a token. */
export function prepare(apiUrl: string, request: ApiRequest): Prepared {
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
  const url = addressOf(apiUrl, request)
  return { method, url, headers, payload, key, request, uncertain: false, attempts: 0 }
}

function addressOf(apiUrl: string, { path, query = {} }: ApiRequest): URL {
  const url = new URL(apiUrl + API_PREFIX + path)
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const part of Array.isArray(value) ? value : [value]) {
      url.searchParams.append(name, String(part))
    }
  }
  return url
}
