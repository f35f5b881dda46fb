import { createServer as createNodeServer, type RequestListener, type Server } from 'node:http'

/** how long open requests may go on after the order to stop, in ms */
const GRACE = 25_000

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
    },
    handler
  )
  server.timeout = 60_000

  const close = server.close.bind(server)
  server.close = (done) => {
    close(done)
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
    return server
  }
  return server
}
