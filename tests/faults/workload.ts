import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Something clients do that owes people mail. To add one (inquiries, orders), write a function like
 * `signUp` and list it in WORKLOADS: the supervisor mixes them.
 */
export interface Workload {
  name: string
  /** one request; the same `key` on every try */
  request(
    url: string,
    n: number,
    run: string
  ): { path: string; body: object; success: number; owesMailTo: string }
}

const signUp: Workload = {
  name: 'sign-up',
  request: (_, n, run) => {
    const email = `u${n}.${run}@example.test`
    return {
      path: '/api/v1/auth/register',
      body: { name: `User ${n}`, email, password: 'correct horse battery', role: 'client' },
      success: 202,
      owesMailTo: email,
    }
  },
}

export const WORKLOADS: Workload[] = [signUp]

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
  options: { count: number; run: string; atOnce?: number; pause?: number; onDone?(n: number): void }
): Promise<Outcome> {
  const outcome: Outcome = { promised: [], failedTries: 0, slowest: 0 }
  let next = 0
  const one = async () => {
    for (let n = next++; n < options.count; n = next++) {
      await untilAnswered(urls, n, options.run, outcome)
      options.onDone?.(n)
      if (options.pause) await sleep(options.pause)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce ?? 4 }, one))
  return outcome
}

async function untilAnswered(urls: string[], n: number, run: string, outcome: Outcome) {
  for (let tries = 0; tries < 300; tries++) {
    const url = urls[(n + tries) % urls.length]
    const request = WORKLOADS[n % WORKLOADS.length].request(url, n, run)
    const startedAt = performance.now()
    const status = await fetch(url + request.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `${run}-${n}` },
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
