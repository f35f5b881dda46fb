interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): void
}

/**
 * Prepares a fresh MySQL or MariaDB connection: UTC, strict mode, READ COMMITTED (see
 * docs/adr/0003-two-databases.md for what the default isolation loses), and short lock waits, so
 * that a blocked writer is retried instead of holding its client.
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
  connection.query(`SET ${settings.slice(0, 3).join(', ')}`, (error) => {
    if (error) return done(error, connection)
    connection.query(`SET ${settings[3]}`, (failure) => done(failure, connection))
  })
}
