import { mysqlWatch, type MysqlConnection } from '#core/database/mysql_watch'

/**
 * Prepares a fresh MySQL or MariaDB connection: UTC, strict mode, READ COMMITTED (see
 * docs/adr/0003-two-databases.md for what the default isolation loses), and short lock waits, so
 * that a blocked writer is retried instead of holding its client. From here on it is watched.
 */
export function tuneMysqlConnection(
  connection: MysqlConnection,
  done: (error: Error | null, connection: MysqlConnection) => void
) {
  const settings = [
    `time_zone = '+00:00'`,
    `sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
    'innodb_lock_wait_timeout = 5',
    'SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  ]
  mysqlWatch.add(connection)
  connection.query(`SET ${settings.slice(0, 3).join(', ')}`, (error: Error | null) => {
    if (error) return done(error, connection)
    connection.query(`SET ${settings[3]}`, (failure: Error | null) => done(failure, connection))
  })
}
