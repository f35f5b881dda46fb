/*
 * One HTTP exchange: a request out, a whole answer back. On node:http, because loading fetch() takes
 * longer than everything else a short command does (measured: 90 ms of 160). For the same reason the
 * module is not imported: an import of node:http evaluates all its exports, undici among them.
 */
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http'

export interface Outgoing {
  method: string
  url: URL
  headers: Record<string, string>
  payload: string | undefined
  signal: AbortSignal
  receive?: Receive
}

/** Takes the body of a 2xx answer as it comes; `bytes` and `text` of that answer stay empty. */
export type Receive = (body: AsyncIterable<Buffer>, headers: AnswerHeaders) => Promise<void>

export interface Incoming {
  status: number
  headers: AnswerHeaders
  /** The body as it came, and read as text. */
  bytes: Buffer
  text: string
}

/** Headers of an answer, found by name in any case. */
export class AnswerHeaders {
  #headers: Record<string, string>

  constructor(headers: IncomingHttpHeaders) {
    this.#headers = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])
    )
  }

  get(name: string): string | undefined {
    return this.#headers[name.toLowerCase()]
  }

  entries(): [name: string, value: string][] {
    return Object.entries(this.#headers)
  }
}

/** Sends the request and reads the answer to its end; rejects when either breaks off. */
export async function exchange({
  method,
  url,
  headers,
  payload,
  signal,
  receive,
}: Outgoing): Promise<Incoming> {
  const { request } = process.getBuiltinModule(
    url.protocol === 'https:' ? 'node:https' : 'node:http'
  )
  const length =
    payload === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(payload)) }
  const outgoing = request(url, { method, headers: { ...headers, ...length }, signal })
  outgoing.end(payload)
  const response = await responseTo(outgoing)
  const status = response.statusCode!
  const answerHeaders = new AnswerHeaders(response.headers)
  const isReceived = receive !== undefined && status >= 200 && status < 300
  if (isReceived) await receive(response, answerHeaders).finally(() => response.destroy())
  const bytes = isReceived ? Buffer.alloc(0) : await bodyOf(response)
  return { status, headers: answerHeaders, bytes, text: bytes.toString('utf8') }
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    // Stays for the whole exchange: after the answer began, its own stream reports the failure.
    request.on('error', reject)
  })
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks)
}
