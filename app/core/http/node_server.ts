import { createServer as createNodeServer, type RequestListener, type Server } from 'node:http'
import { refuseExpectation, refuseNoHost, refuseUnreadable } from '#core/http/plain_refusal'
import { GRACE, lifecycle } from '#core/support/lifecycle'

/**
 * How long the readiness probe answers 503 before a production server stops listening, in ms: time
 * for load balancers to see it and send nobody here any more.
 */
const NOTICE = 3_000

/**
 * The node:http server under the framework, with limits on slow clients and a stop that ends:
 * node's own `close()` waits without limit for connections that somebody holds open.
 */
export function createServer(handler: RequestListener): Server {
  const server = createNodeServer(
    {
      headersTimeout: 15_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16_384,
      requireHostHeader: false, // its refusal would have none of our headers
    },
    (request, response) =>
      request.httpVersion === '1.1' && request.headers.host === undefined
        ? refuseNoHost(request, response)
        : handler(request, response)
  )
  server.timeout = 60_000
  server.on('checkExpectation', refuseExpectation)
  server.on('clientError', refuseUnreadable)
  server.once('listening', () => (lifecycle.isStopping = false))

  const close = server.close.bind(server)
  server.close = (done) => {
    lifecycle.isStopping = true
    const notice = process.env.NODE_ENV === 'production' ? NOTICE : 0
    setTimeout(() => {
      close(done)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), GRACE).unref()
    }, notice)
    return server
  }
  return server
}
