import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { FIXED_HEADERS } from '#core/http/fixed_headers'

/** The error envelope for requests that never reach the framework's own error handler. */
function refusal(message: string) {
  const requestId = randomUUID()
  const headers: [name: string, value: string][] = [
    ...FIXED_HEADERS,
    ['Content-Type', 'application/json; charset=utf-8'],
    ['X-Request-Id', requestId],
  ]
  const body = JSON.stringify({ errors: [{ code: 'E_MALFORMED_REQUEST', message }], requestId })
  return { headers, body }
}

function refuse(response: ServerResponse, status: number, message: string) {
  const { headers, body } = refusal(message)
  for (const [name, value] of headers) response.setHeader(name, value)
  response.writeHead(status)
  response.end(body)
}

/** An address whose percent-encoding cannot be read. */
export function refuseBadUrl(_: IncomingMessage, response: ServerResponse) {
  refuse(response, 400, 'The address cannot be read')
}

/** An Expect header with anything but 100-continue. */
export function refuseExpectation(_: IncomingMessage, response: ServerResponse) {
  refuse(response, 417, 'This server meets no expectation but 100-continue')
}

/** A request of HTTP/1.1 that does not say whom it is for. */
export function refuseNoHost(_: IncomingMessage, response: ServerResponse) {
  response.setHeader('Connection', 'close')
  refuse(response, 400, 'The Host header is missing')
}

const UNREADABLE: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of the chunks are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive'],
}

/** What is no HTTP at all, or too slow, or too large: node would answer it without any header. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Duplex) {
  const { _httpMessage: answer } = socket as { _httpMessage?: ServerResponse }
  if (!socket.writable || error.code === 'ECONNRESET' || answer?.headersSent)
    return void socket.destroy()
  const [status, message] = UNREADABLE[error.code ?? ''] ?? [400, 'The request is no HTTP']
  const { headers, body } = refusal(message)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
