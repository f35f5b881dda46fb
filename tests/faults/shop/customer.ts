/*
 * Somebody who wants an answer: every request has a key, and is sent again with it until it is
 * answered, by whichever server is there.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { PASSWORD, type Person } from './opening.js'

export interface Answer {
  status: number
  data: any
  code?: string
}

interface Wish {
  method: 'POST' | 'PUT' | 'DELETE'
  path: string
  body: object
  key?: string
}

/** How long anybody goes on asking, in ms. */
const PATIENCE = 150_000

/** What the servers did to everybody's requests. */
export interface Tally {
  /** not answered: killed, or not up */
  unanswered: number
  /** 5xx */
  errors: string[]
}

export class Customer {
  constructor(
    private person: Person,
    private urls: string[],
    private tally: Tally
  ) {}

  post(path: string, body: object = {}, key?: string): Promise<Answer> {
    return this.send({ method: 'POST', path, body, key })
  }

  put(path: string, body: object, key?: string): Promise<Answer> {
    return this.send({ method: 'PUT', path, body, key })
  }

  delete(path: string): Promise<Answer> {
    return this.send({ method: 'DELETE', path, body: {} })
  }

  /** @throws when there is no final answer in time */
  async send({ method, path, body, key = randomUUID() }: Wish): Promise<Answer> {
    const end = performance.now() + PATIENCE
    for (let tries = 0; performance.now() < end; tries++) {
      const url = this.urls[(key.charCodeAt(0) + tries) % this.urls.length]
      const answer = await this.#once(url, { method, path, body, key })
      if (answer && (await this.#isFinal(answer, url))) return answer
      await sleep(100 + Math.min(tries, 10) * 50)
    }
    throw new Error(`${method} ${path} was never answered`)
  }

  async #once(url: string, { method, path, body, key }: Wish): Promise<Answer | null> {
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key!,
          'authorization': this.person.token,
        },
        body: method === 'DELETE' ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      })
      const answer = (await response.json()) as { data?: any; errors?: { code: string }[] }
      const code = answer.errors?.[0].code
      if (response.status >= 500) this.tally.errors.push(`${response.status} ${code} ${path}`)
      return { status: response.status, data: answer.data, code }
    } catch {
      this.tally.unanswered++
      return null
    }
  }

  async #isFinal({ status, code }: Answer, url: string): Promise<boolean> {
    const wantsLogIn = status === 401 || code === 'E_STEP_UP_REQUIRED'
    if (wantsLogIn) await this.#logIn(url)
    return !wantsLogIn && status < 500 && code !== 'E_IDEMPOTENCY_KEY_IN_USE'
  }

  /** The clock goes on in leaps: the session ends, or its proof grows old. */
  async #logIn(url: string) {
    const response = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.person.email, password: PASSWORD }),
    }).catch(() => null)
    if (response && response.status >= 500) this.tally.errors.push(`${response.status} log-in`)
    if (!response?.ok) return
    const { data } = (await response.json()) as { data: { accessToken: string } }
    this.person.token = `Bearer ${data.accessToken}`
  }
}
