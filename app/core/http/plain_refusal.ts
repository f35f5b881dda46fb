import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { FIXED_HEADERS } from '#core/http/fixed_headers'

/** The error envelope for requests that never reach the framework's own error handler. */
function refuse(response: ServerResponse, status: number, message: string) {
  const requestId = randomUUID()
  const body = { errors: [{ code: 'E_MALFORMED_REQUEST', message }], requestId }
  for (const [name, value] of FIXED_HEADERS) response.setHeader(name, value)
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Request-Id': requestId,
  })
  response.end(JSON.stringify(body))
}

/** An address whose percent-encoding cannot be read. */
export function refuseBadUrl(_: IncomingMessage, response: ServerResponse) {
  refuse(response, 400, 'The address cannot be read')
}

/** An Expect header with anything but 100-continue. */
export function refuseExpectation(_: IncomingMessage, response: ServerResponse) {
  refuse(response, 417, 'This server meets no expectation but 100-continue')
}
