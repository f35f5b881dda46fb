/*
 * The end of a log-in in the browser (RFC 8252): a listener on this computer's own address, for as long
 * as one log-in takes. It takes one answer, the one with the right state; whatever else comes is told so
 * and changes nothing. What it brings is worth nothing without the verifier, which never leaves the program.
 */
import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { UnreachableError } from '../errors.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const HOST = '127.0.0.1'
/** The server allows no other. */
const PATH = '/souk/login'
const PATIENCE_MS = 5 * 60_000

/** What the server sends the browser back with. */
export type BrowserAnswer = { code: string } | { error: string }

export class BrowserListener {
  #server: Server
  #state: string
  #answer = Promise.withResolvers<BrowserAnswer>()

  private constructor(state: string) {
    this.#state = state
    this.#server = createServer((request, response) => this.#take(request, response))
  }

  /** Listens on a free port for an answer with this state. */
  static async open(state: string): Promise<BrowserListener> {
    const listener = new BrowserListener(state)
    listener.#server.listen(0, HOST)
    await once(listener.#server, 'listening')
    return listener
  }

  /** Where the browser is to be sent. */
  get address(): string {
    return `http://${this.#host}${PATH}`
  }

  /** @throws the signal's reason; UnreachableError when nobody comes for five minutes */
  async answer(signal: AbortSignal, patienceMs = PATIENCE_MS): Promise<BrowserAnswer> {
    const { promise, reject } = this.#answer
    const stop = () => reject(signal.reason)
    const timer = setTimeout(() => reject(tooLate(patienceMs)), patienceMs)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }

  /** Also closes what browsers keep open in advance; they would keep the program waiting. */
  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  get #host(): string {
    return `${HOST}:${(this.#server.address() as AddressInfo).port}`
  }

  #take({ method, url, headers }: IncomingMessage, response: ServerResponse): void {
    const asked = URL.parse(url ?? '', `http://${HOST}`)
    // the host as well: a page elsewhere whose name is made to lead here does not talk to us
    if (method !== 'GET' || headers.host !== this.#host || asked?.pathname !== PATH) {
      return show(response, 404, 'There is nothing here.')
    }
    const answer = this.#read(asked.searchParams)
    if (!answer) return show(response, 400, 'The terminal waits for another log-in than this one.')
    const text =
      'code' in answer
        ? 'Done here. You can close this window and go back to the terminal.'
        : 'This did not work. You can close this window; the terminal says why.'
    show(response, 200, text, () => this.#answer.resolve(answer))
  }

  #read(query: URLSearchParams): BrowserAnswer | undefined {
    if (!isSame(query.get('state') ?? '', this.#state)) return undefined
    const [code, error] = [query.get('code'), query.get('error')]
    if (code) return { code }
    return error ? { error } : undefined
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function tooLate(patienceMs: number): UnreachableError {
  const minutes = Math.round(patienceMs / 60_000)
  return new UnreachableError('login_timeout', `nobody logged in within ${minutes} minutes`, {
    hint: 'begin again',
  })
}

/** A page with nothing on it that came from outside, and which no cache keeps; `over` also when it broke off. */
function show(response: ServerResponse, status: number, text: string, over = () => {}): void {
  response.once('close', over)
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Connection': 'close',
  })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>souk</title><p>${text}</p></html>\n`
  )
}
