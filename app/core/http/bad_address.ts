import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { FIXED_HEADERS } from '#core/http/fixed_headers'

/** Answers an address that cannot be decoded, before there is a request to speak of. */
export function refuseAddress(response: ServerResponse) {
  const requestId = randomUUID()
  for (const [name, value] of FIXED_HEADERS) response.setHeader(name, value)
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.statusCode = 400
  const error = { code: 'E_MALFORMED_REQUEST', message: 'The address cannot be decoded' }
  response.end(JSON.stringify({ errors: [error], requestId }))
}
