import type { ApplicationService } from '@adonisjs/core/types'
import { mysqlWatch } from '#core/database/mysql_watch'
import { assertMayRun } from '#core/database/read_only'
import { currentTransaction, keptConnection } from '#core/database/write'

interface KnexClient {
  driverName: string
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): Promise<unknown>
  query(connection: unknown, statement: string | { sql: string }): Promise<unknown>
}

/**
 * Decides which connection a query gets. Between the writes of a request with an idempotency key it
 * is the connection of the transaction that is kept open. And it finds queries that run beside the transaction they stand in: on
 * SQLite they would wait for themselves, on MySQL they would silently not be part of it. A test
 * fails on one; production fails it on SQLite (nothing else could happen) and logs it on MySQL.
 * Where nothing may be written, it lets only questions through.
 */
export default class DatabaseGuardProvider {
  constructor(private app: ApplicationService) {}

  async boot() {
    const emitter = await this.app.container.make('emitter')
    const logger = await this.app.container.make('logger')

    emitter.on('db:connection:connect', (connection) => {
      const client = connection.client?.client as KnexClient
      const fromPool = client.acquireConnection.bind(client)
      const acquire = () => mysqlWatch.acquire(fromPool)
      const fails = this.app.inTest || client.driverName === 'better-sqlite3'
      const query = client.query.bind(client)
      client.query = (asker, statement) => {
        assertMayRun(typeof statement === 'string' ? statement : statement.sql)
        return query(asker, statement)
      }
      const release = client.releaseConnection.bind(client)
      const lent = new Map<unknown, number>()
      const acquireOrBorrow = async () => {
        const kept = await keptConnection()
        if (!kept) return acquire()
        lent.set(kept, (lent.get(kept) ?? 0) + 1)
        return kept
      }
      client.releaseConnection = async (borrowed) => {
        const times = lent.get(borrowed)
        if (!times) return release(borrowed)
        if (times === 1) lent.delete(borrowed)
        else lent.set(borrowed, times - 1)
      }
      client.acquireConnection = () => {
        if (!currentTransaction()) return acquireOrBorrow()
        const error = new Error(
          'A query ran outside the transaction around it: pass { client: trx }'
        )
        if (fails) throw error
        logger.error({ stack: error.stack }, error.message)
        return acquire()
      }
    })
  }
}
