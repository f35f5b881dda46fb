/*
 * What the two drivers mean, told by number or code: messages differ by version and language.
 */

interface DriverError {
  errno?: number
  code?: string
}

/** lock wait timeout, deadlock, and MariaDB's "record has changed since last read" */
const MYSQL_RETRYABLE = new Set([1205, 1213, 1020])
const MYSQL_DUPLICATE = 1062
const MYSQL_TOO_MANY_CONNECTIONS = 1040
/** a row that is missing, or still referred to */
const MYSQL_FOREIGN_KEY = new Set([1216, 1217, 1451, 1452])
/** too many connections, shutdown, interrupted, killed (MariaDB), gone away, lost */
const MYSQL_GONE = new Set([1040, 1053, 1317, 1927, 2006, 2013])
const MYSQL_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_QUERY_INTERRUPTED',
  'ER_CONNECTION_KILLED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])

/** The database asks to run the whole transaction again. */
export function isRetryable(error: unknown): boolean {
  const { errno, code } = (error ?? {}) as DriverError
  return (
    (errno !== undefined && MYSQL_RETRYABLE.has(errno)) || Boolean(code?.startsWith('SQLITE_BUSY'))
  )
}

/** A row with the same unique key exists already. */
export function isDuplicate(error: unknown): boolean {
  const { errno, code } = (error ?? {}) as DriverError
  return (
    errno === MYSQL_DUPLICATE ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  )
}

/** A foreign key has no row to point at, or a row is still pointed at. */
export function isForeignKeyViolation(error: unknown): boolean {
  const { errno, code } = (error ?? {}) as DriverError
  return (
    (errno !== undefined && MYSQL_FOREIGN_KEY.has(errno)) ||
    code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
    code === 'SQLITE_CONSTRAINT_TRIGGER'
  )
}

/** The server is there, but has no connection to give. */
export function isTooManyConnections(error: unknown): boolean {
  return (error as DriverError | null)?.errno === MYSQL_TOO_MANY_CONNECTIONS
}

/** The database cannot be reached, or hands out no connection in time. */
export function isUnavailable(error: unknown): boolean {
  const { code, errno, name } = (error ?? {}) as DriverError & { name?: string }
  return (
    (errno !== undefined && MYSQL_GONE.has(errno)) ||
    name === 'KnexTimeoutError' ||
    Boolean(code && MYSQL_CONNECTION.has(code)) ||
    Boolean(code?.startsWith('SQLITE_IOERR')) ||
    code === 'SQLITE_FULL' ||
    code === 'SQLITE_CANTOPEN'
  )
}
