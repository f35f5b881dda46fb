import type { ApplicationService } from '@adonisjs/core/types'
import { currentTransaction } from '#core/database/write'

interface KnexClient {
  driverName: string
  acquireConnection(): Promise<unknown>
}

/**
 * Finds queries that run beside the transaction they stand in: on SQLite they would wait for
 * themselves, on MySQL they would silently not be part of it. A test fails on one; production
 * fails it on SQLite (nothing else could happen) and logs it on MySQL.
 */
export default class DatabaseGuardProvider {
  constructor(private app: ApplicationService) {}

  async boot() {
    const emitter = await this.app.container.make('emitter')
    const logger = await this.app.container.make('logger')

    emitter.on('db:connection:connect', (connection) => {
      const client = connection.client?.client as KnexClient
      const acquire = client.acquireConnection.bind(client)
      const fails = this.app.inTest || client.driverName === 'better-sqlite3'
      client.acquireConnection = () => {
        if (!currentTransaction()) return acquire()
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
