/*
 * A vendor's API on a local port, for tests: a real HTTP server that keeps state, refuses what the
 * vendor's documentation does not know, and can be told to misbehave.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '#tests/helpers/gateways/shape'

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  raw: string
}

export interface Answer {
  status: number
  body: unknown
}

/** A web hook as it arrives. */
export interface SignedMessage {
  raw: string
  headers: Record<string, string>
}

/**
 * hang: never answers. fail: 500. garbage: 200 with a page. busy: 429. lost: does as asked, and the
 * connection breaks. moved: a redirect.
 */
export type Misdeed = 'hang' | 'fail' | 'garbage' | 'busy' | 'lost' | 'moved'

/** The vendor says no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown
  ) {
    super(JSON.stringify(body))
  }
}

export abstract class StandIn {
  #server?: Server
  #misdeeds: { misdeed: Misdeed; path: RegExp; times: number }[] = []
  #answers = new Map<string, { fingerprint: string; answer: Answer }>()
  /** ms before each answer */
  delay = 0
  calls: Call[] = []
  /** base URL, once started */
  url = ''

  /** @returns the base URL */
  async start(): Promise<string> {
    this.#server = createServer((request, response) => void this.#serve(request, response))
    this.#server.listen(0, '127.0.0.1')
    await new Promise((resolve) => this.#server!.once('listening', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this.url
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server!.close(resolve))
    this.#server!.closeAllConnections()
    await closed
  }

  /** Spoils the next calls whose path matches. */
  misbehave(misdeed: Misdeed, { path = /./, times = 1 } = {}) {
    this.#misdeeds.push({ misdeed, path, times })
  }

  /** How many calls matched, e.g. 'POST /v1/refunds'. */
  count(method: string, path: RegExp): number {
    return this.calls.filter((call) => call.method === method && path.test(call.path)).length
  }

  protected abstract handle(call: Call): Answer
  /** The vendor's way of saying that a request is wrong. */
  protected abstract complaint(message: string): Refusal

  protected check(value: unknown, shape: Check) {
    const complaint = shape(value, 'body')
    if (complaint) throw this.complaint(complaint)
  }

  /** Never the same in two runs either: the database remembers. */
  protected newId(prefix: string): string {
    return `${prefix}${randomBytes(8).toString('hex').toUpperCase()}`
  }

  /** The first answer again for a key seen before; another request under it is refused. */
  protected once(call: Call, key: string, work: () => Answer): Answer {
    const fingerprint = `${call.method} ${call.path} ${call.raw}`
    const before = this.#answers.get(key)
    if (before && before.fingerprint !== fingerprint)
      throw this.complaint(`key ${key} was used for another request`)
    if (before) return before.answer
    const answer = work()
    this.#answers.set(key, { fingerprint, answer: structuredClone(answer) })
    return answer
  }

  /** The vendor keeps keys for so long only. */
  forgetKeys() {
    this.#answers.clear()
  }

  #misdeedFor(path: string): Misdeed | undefined {
    const due = this.#misdeeds.find((each) => each.times > 0 && each.path.test(path))
    if (due) due.times--
    return due?.misdeed
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const call = await callOf(request)
    this.calls.push(call)
    const misdeed = this.#misdeedFor(call.path)
    if (misdeed === 'hang') return
    if (misdeed === 'fail') return send(response, 500, { error: { message: 'out of order' } })
    if (misdeed === 'busy') return send(response, 429, { error: { message: 'too many' } })
    if (misdeed === 'garbage') return response.end('<html>maintenance</html>')
    if (misdeed === 'moved') return response.writeHead(302, { location: 'http://[::1]:9/' }).end()
    const { status, body } = this.#answerTo(call)
    if (misdeed === 'lost') return request.socket.destroy()
    await sleep(this.delay)
    return send(response, status, body)
  }

  #answerTo(call: Call): Answer {
    try {
      return this.handle(call)
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body }
      throw error
    }
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { pathname, searchParams } = new URL(request.url!, 'http://stand.in')
  return {
    method: request.method!,
    path: pathname,
    query: searchParams,
    headers: request.headers as Call['headers'],
    raw: Buffer.concat(chunks).toString(),
  }
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
