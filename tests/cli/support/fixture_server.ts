/*
 * A small marketplace over real HTTP on the loopback, for testing the souk binary from outside. It
 * records every request, checks tokens, rotates refresh tokens once, remembers idempotency keys,
 * and breaks on command.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Recorded {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: any
  at: number
}

/** What happens instead of (or before) the answer to one request. */
export interface Fault {
  /** Only requests whose path contains this. */
  path?: string
  status?: number
  headers?: Record<string, string>
  /** Sent as it is when a string, as JSON otherwise. */
  body?: unknown
  delayMs?: number
  /** Closes the connection: before the request is applied, or after it. */
  drop?: 'before' | 'after'
  /** Sends half of the announced body (`body`, or what it would be), then closes. */
  half?: boolean
}

export interface Partner {
  partnerId: string
  businessName: string
  contactName: string
  email: string
  status: 'submitted' | 'approved' | 'rejected'
  submittedAt: string
  categories: { id: string; name: string }[]
  location: { id: string; city: string; state: string; country: string } | null
  documentsCount: number
  bio?: string
}

export class FixtureServer {
  readonly requests: Recorded[] = []
  partners: Partner[] = []
  /** Access tokens that are accepted. */
  accessTokens = new Set(['access-token-1'])
  refreshToken = 'refresh-token-1'
  rotations = 0
  /** Headers of every answer. */
  headers: Record<string, string> = {}
  openapi: unknown = { info: {}, paths: {} }
  /** False for a server that promises dry runs and carries them out. */
  knowsDryRun = true
  latencyMs = 0
  concurrent = 0
  mostConcurrent = 0
  #faults: Fault[] = []
  #applied = new Map<string, { status: number; body: unknown }>()
  #server!: Server
  #port = 0

  static async start(partners = 3): Promise<FixtureServer> {
    const fixture = new FixtureServer()
    fixture.partners = makePartners(partners)
    fixture.#server = createServer((request, response) => {
      fixture.#handle(request, response).catch((error) => response.destroy(error))
    })
    await new Promise<void>((resolve) => fixture.#server.listen(0, '127.0.0.1', resolve))
    fixture.#port = (fixture.#server.address() as AddressInfo).port
    return fixture
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Queues what is to go wrong; each fault is used once, in order. */
  breakNext(...faults: Fault[]): void {
    this.#faults.push(...faults)
  }

  /** Recorded requests, by method and part of the path. */
  seen(method: string, path: string): Recorded[] {
    return this.requests.filter((one) => one.method === method && one.path.includes(path))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const recorded = await record(request)
    this.requests.push(recorded)
    this.concurrent++
    this.mostConcurrent = Math.max(this.mostConcurrent, this.concurrent)
    response.on('close', () => this.concurrent--)

    const fault = this.#takeFault(recorded.path)
    const delay = fault?.delayMs ?? this.latencyMs
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    if (fault?.drop === 'before') return void request.socket.destroy()
    if (fault?.status !== undefined && !fault.half) {
      return send(response, fault.status, fault.body ?? problem(fault.status), {
        ...this.headers,
        ...fault.headers,
      })
    }
    const answer = this.#answerOnce(recorded)
    if (fault?.drop === 'after') return void request.socket.destroy()
    if (fault?.half) {
      const text = typeof fault.body === 'string' ? fault.body : JSON.stringify(answer.body)
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
        ...fault.headers,
      })
      response.write(text.slice(0, text.length / 2))
      return void setTimeout(() => request.socket.destroy(), 20)
    }
    send(response, answer.status, answer.body, { ...this.headers, ...answer.headers })
  }

  #takeFault(path: string): Fault | undefined {
    const index = this.#faults.findIndex((fault) => path.includes(fault.path ?? ''))
    return index === -1 ? undefined : this.#faults.splice(index, 1)[0]
  }

  /** The same key gives the same answer, as the API promises. */
  #answerOnce(recorded: Recorded): Answer {
    if (recorded.headers['x-dry-run'] === '1' && this.knowsDryRun) return this.#trial(recorded)
    const key = recorded.headers['idempotency-key'] as string | undefined
    const before = key === undefined ? undefined : this.#applied.get(key)
    if (before) return { ...before, headers: { 'idempotency-replayed': 'true' } }
    const answer = this.#route(recorded)
    if (key !== undefined && answer.status < 500) this.#applied.set(key, answer)
    return answer
  }

  /** Does the write, tells it and undoes it. */
  #trial(recorded: Recorded): Answer {
    const before = structuredClone(this.partners)
    const answer = this.#route(recorded)
    const changes = before.flatMap(({ partnerId, status }, index) => {
      const after = this.partners[index].status
      if (after === status) return []
      const subject = { type: 'partner', id: partnerId }
      return [{ action: `partner.${after}`, subject, before: { status }, after: { status: after } }]
    })
    this.partners = before
    const body = { ...(answer.body as object), meta: { dryRun: { status: 200, changes } } }
    return { status: answer.status, body, headers: { 'x-dry-run': 'rolled back' } }
  }

  #route(recorded: Recorded): Answer {
    const { method, path } = recorded
    const open = OPEN_ROUTES[`${method} ${path}`]
    if (open) return open(this, recorded)
    const token = String(recorded.headers.authorization ?? '').replace(/^Bearer /, '')
    if (!this.accessTokens.has(token)) return { status: 401, body: problem(401) }
    return routeWithLogin(this, recorded)
  }
}

interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

type Route = (fixture: FixtureServer, recorded: Recorded) => Answer

const user = {
  id: 'usr_dana',
  name: 'Dana',
  email: 'dana@example.test',
  role: 'admin',
  permissions: ['verifications.review'],
}

const OPEN_ROUTES: Record<string, Route> = {
  'GET /health': () => ok({ status: 'ok' }),
  'GET /health/ready': () =>
    ok({ status: 'up', checks: [{ name: 'database', status: 'up', detail: 'sqlite' }] }),
  'GET /openapi.json': (fixture) => ({ status: 200, body: fixture.openapi }),
  'POST /auth/login': (fixture, { body }) => {
    if (body.password !== 'correct horse') return { status: 401, body: problem(401) }
    if (body.email === 'two@example.test') {
      return ok({ requires2FA: true, challenge: 'challenge-7f3a', methods: ['totp'] })
    }
    return ok({ ...grant(fixture), user })
  },
  'POST /auth/login/verify-2fa': (fixture, { body }) => {
    const right = body.challenge === 'challenge-7f3a' && body.code === '135790'
    return right ? ok({ ...grant(fixture), user }) : { status: 401, body: problem(401) }
  },
  'POST /auth/refresh-token': (fixture, { body }) => {
    if (body.refreshToken !== fixture.refreshToken) return { status: 401, body: problem(401) }
    fixture.rotations++
    fixture.accessTokens = new Set([`access-token-${fixture.rotations + 1}`])
    fixture.refreshToken = `refresh-token-${fixture.rotations + 1}`
    return ok({ ...grant(fixture), user })
  },
  'POST /auth/verify-token': (fixture, { body }) =>
    fixture.accessTokens.has(body.token)
      ? ok({ valid: true, user })
      : { status: 401, body: problem(401) },
}

const JOBS = {
  data: [{ id: 'job_1', name: 'notifications.send_email', queue: 'mail', state: 'waiting' }],
  meta: {
    nextCursor: null,
    limit: 20,
    queues: [
      { queue: 'mail', waiting: 3, active: 0, delayed: 0, failed: 1 },
      { queue: 'matching', waiting: 0, active: 2, delayed: 5, failed: 0 },
    ],
  },
}

function routeWithLogin(fixture: FixtureServer, { method, path, query, body }: Recorded): Answer {
  if (path === '/user/profile') return ok(user)
  if (path === '/user/2fa') return ok({ method: 'totp', proofMethods: ['totp', 'recovery'] })
  if (path === '/auth/step-up') {
    const right = body.password === 'correct horse' || body.code === '135790'
    return right
      ? ok({ provedUntil: '2026-01-31T10:05:00.000Z' })
      : { status: 422, body: problem(422) }
  }
  if (path === '/auth/step-up/send-code') return { status: 202, body: { data: {} } }
  if (path === '/auth/logout') return { status: 204, body: undefined }
  if (path === '/auth/sessions' && method === 'DELETE') return ok({ ended: 1 })
  if (method === 'DELETE' && /^\/(auth\/sessions|admin\/categories)\//.test(path)) {
    return { status: 204, body: undefined }
  }
  if (path === '/admin/verifications') return listPartners(fixture, query)

  const shown = /^\/admin\/verifications\/([^/]+)$/.exec(path)
  if (shown) return showPartner(fixture, shown[1])
  const decided = /^\/admin\/verify\/([^/]+)$/.exec(path)
  if (decided && method === 'PUT') return decide(fixture, decided[1], body)
  if (path === '/admin/jobs') return { status: 200, body: JOBS }
  if (path === '/text') return { status: 200, body: 'plain text\n' }
  return { status: 404, body: problem(404) }
}

function listPartners(fixture: FixtureServer, query: URLSearchParams): Answer {
  const status = query.get('status')
  const rows = fixture.partners.filter((partner) => !status || partner.status === status)
  const limit = Number(query.get('limit') ?? 20)
  const start = Number(query.get('cursor')?.slice(1) ?? 0)
  const end = start + limit
  return {
    status: 200,
    body: {
      data: rows.slice(start, end),
      meta: {
        nextCursor: end < rows.length ? `c${end}` : null,
        limit,
        ...(query.get('count') ? { total: rows.length } : {}),
      },
    },
  }
}

function showPartner(fixture: FixtureServer, id: string): Answer {
  const partner = fixture.partners.find(({ partnerId }) => partnerId === id)
  if (!partner) return { status: 404, body: problem(404) }
  const document = {
    id: `pfl_${id}`,
    kind: 'licence',
    fileName: 'licence.pdf',
    contentType: 'application/pdf',
    size: 1234,
    url: 'https://files.example.test/licence.pdf',
  }
  const submission = {
    id: `vrf_${id}`,
    status: partner.status,
    submittedAt: partner.submittedAt,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    documents: [document],
  }
  const { partnerId, ...members } = partner
  return ok({ partner: { id: partnerId, ...members }, submissions: [submission], portfolio: [] })
}

function decide(fixture: FixtureServer, id: string, body: any): Answer {
  const partner = fixture.partners.find(({ partnerId }) => partnerId === id)
  if (!partner) return { status: 404, body: problem(404) }
  if (partner.status !== 'submitted') {
    const error = { code: 'E_VERIFICATION_DECIDED', message: `already ${partner.status}` }
    return { status: 409, body: { errors: [error], requestId: 'req-body' } }
  }
  partner.status = body.decision === 'approve' ? 'approved' : 'rejected'
  return ok(partner)
}

function grant(fixture: FixtureServer) {
  return {
    accessToken: [...fixture.accessTokens][0],
    refreshToken: fixture.refreshToken,
    tokenType: 'Bearer',
    expiresIn: 900,
  }
}

function ok(data: unknown): Answer {
  return { status: 200, body: { data } }
}

/** The API's error envelope. */
export function problem(status: number) {
  const errors: Record<number, object[]> = {
    401: [{ code: 'E_UNAUTHORIZED', message: 'log in first' }],
    403: [{ code: 'E_FORBIDDEN', message: 'not allowed' }],
    404: [{ code: 'E_NOT_FOUND', message: 'there is no such thing' }],
    422: [
      { code: 'E_VALIDATION', message: 'is too short', field: 'reason', rule: 'minLength' },
      { code: 'E_VALIDATION', message: 'is unknown', field: 'decision', rule: 'enum' },
    ],
  }
  return {
    errors: errors[status] ?? [{ code: `E_${status}`, message: `status ${status}` }],
    requestId: 'req-body',
  }
}

export function makePartners(count: number): Partner[] {
  return Array.from({ length: count }, (_, index) => ({
    partnerId: `prt_${String(index + 1).padStart(26, '0')}`,
    businessName: `Shop ${index + 1}`,
    contactName: `Contact ${index + 1}`,
    email: `shop${index + 1}@example.test`,
    status: 'submitted' as const,
    submittedAt: '2026-01-31T09:05:00.000Z',
    categories: [{ id: 'cat_1', name: 'Photography' }],
    location: { id: 'loc_1', city: 'Lisbon', state: 'Lisboa', country: 'PT' },
    documentsCount: 1,
  }))
}

async function record(request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const url = new URL(request.url!, 'http://fixture')
  return {
    method: request.method!,
    path: url.pathname.replace(/^\/api\/v1/, ''),
    query: url.searchParams,
    headers: request.headers,
    body: text ? JSON.parse(text) : undefined,
    at: Date.now(),
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): void {
  const isText = typeof body === 'string'
  response.writeHead(status, {
    'content-type': isText ? 'text/html' : 'application/json',
    'x-request-id': 'req-header',
    'x-api-version': '1',
    ...headers,
  })
  response.end(body === undefined ? '' : isText ? body : JSON.stringify(body))
}
