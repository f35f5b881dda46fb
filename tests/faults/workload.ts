import { setTimeout as sleep } from 'node:timers/promises'
import { until } from './processes.js'

/**
 * Something clients do that owes people mail. To add one (orders), write a function like `signUp` and
 * list it in WORKLOADS: the supervisor mixes them.
 */
type Workload = (n: number, run: string, asking: Asking) => Request

interface Request {
  path: string
  token?: string
  body: object
  success: number
  owesMailTo: string
}

/** Who may ask the market, and for what. */
export interface Asking {
  clients: { email: string; token: string }[]
  categoryId: string
  locationId: string
}

const signUp: Workload = (n, run) => {
  const email = `u${n}.${run}@example.test`
  return {
    path: '/api/v1/auth/register',
    body: { name: `User ${n}`, email, password: PASSWORD, role: 'client' },
    success: 202,
    owesMailTo: email,
  }
}

const ask: Workload = (n, run, { clients, categoryId, locationId }) => {
  const { email, token } = clients[n % clients.length]
  return {
    path: '/api/v1/inquiries',
    token,
    body: {
      categoryId,
      locationId,
      title: `Inquiry ${n} of ${run}`,
      description: 'Asked while processes die.',
      budget: { min: 1_000, max: 100_000_000, currency: 'EUR' },
    },
    success: 201,
    owesMailTo: email,
  }
}

const WORKLOADS: Workload[] = [signUp, ask]
const PASSWORD = 'correct horse battery'
/** well below what one client may ask a day */
const ASKED_BY_ONE = 15

/** Opens the accounts that ask, by the codes in their mails. */
export async function askers(url: string, requests: number, codes: Map<string, string>) {
  const count = Math.ceil(requests / WORKLOADS.length / ASKED_BY_ONE) * WORKLOADS.length
  const clients: Asking['clients'] = []
  for (let n = 0; n < count; n++) {
    const email = `asker${n}@example.test`
    await post(url, '/api/v1/auth/register', {
      name: 'Asker',
      email,
      password: PASSWORD,
      role: 'client',
    })
    await until(`a code for ${email}`, () => codes.has(email))
    const { data } = await post(url, '/api/v1/auth/verify-email', { email, code: codes.get(email) })
    clients.push({ email, token: data.accessToken })
  }
  return clients
}

async function post(url: string, path: string, body: object) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json() as Promise<{ data: any }>
}

export interface Outcome {
  /** addresses whose request was answered with success */
  promised: string[]
  /** tries that were not answered, or by a 5xx */
  failedTries: number
  slowest: number
}

/** Sends `count` requests, some at a time, each until it is answered; retries share one key. */
export async function drive(
  urls: string[],
  options: {
    /** the number of the first request: each asks for another client */
    first?: number
    count: number
    run: string
    asking: Asking
    atOnce?: number
    pause?: number
  }
): Promise<Outcome> {
  const outcome: Outcome = { promised: [], failedTries: 0, slowest: 0 }
  const end = (options.first ?? 0) + options.count
  let next = options.first ?? 0
  const one = async () => {
    for (let n = next++; n < end; n = next++) {
      const request = WORKLOADS[n % WORKLOADS.length](n, options.run, options.asking)
      await untilAnswered(urls, n, `${options.run}-${n}`, request, outcome)
      if (options.pause) await sleep(options.pause)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce ?? 4 }, one))
  return outcome
}

async function untilAnswered(
  urls: string[],
  n: number,
  key: string,
  request: Request,
  outcome: Outcome
) {
  for (let tries = 0; tries < 300; tries++) {
    const url = urls[(n + tries) % urls.length]
    const startedAt = performance.now()
    const status = await fetch(url + request.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(request.token && { authorization: request.token }),
      },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(10_000),
    }).then(
      (response) => response.status,
      () => 0
    )
    outcome.slowest = Math.max(outcome.slowest, performance.now() - startedAt)
    if (status === request.success) return void outcome.promised.push(request.owesMailTo)
    if (status >= 400 && status < 500 && status !== 409)
      throw new Error(`${request.path} answered ${status}`)
    if (status !== 409) outcome.failedTries++
    await sleep(200)
  }
  throw new Error(`request ${n} was never answered`)
}
