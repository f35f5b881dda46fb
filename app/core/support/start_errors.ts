/*
 * What keeps Souk from starting, in one sentence that says what to do next.
 */
interface StartError {
  code?: string
  message?: string
  path?: string
  port?: number
  address?: string
  help?: string
  cause?: unknown
  stack?: string
}

export function explainStartError(error: StartError): string {
  switch (error.code) {
    case 'E_INVALID_ENV_VARIABLES':
      return `The environment is not right: ${sentences(error.help)}. Mend .env (see .env.example) and start again.`
    case 'EADDRINUSE':
      return `Port ${error.port} is in use: stop the other program, or start with PORT=${(error.port ?? 3333) + 1}.`
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return `${error.path ?? 'A folder of Souk'} cannot be written: give this user the right to, or set DB_FILE, DRIVE_ROOT, LOG_FILE and OUTBOX_DIR elsewhere.`
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return `${error.path ?? 'A folder'} cannot be made: check DB_FILE, DRIVE_ROOT, LOG_FILE and OUTBOX_DIR.`
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'The disk is full: free some space and start again.'
    case 'SQLITE_CANTOPEN':
      return 'The database file cannot be opened: is the folder of DB_FILE there, and may this user write to it?'
    case 'SQLITE_READONLY':
      return 'The database file is read-only: give this user the right to write DB_FILE and its folder.'
    case 'SQLITE_NOTADB':
      return 'DB_FILE is not an SQLite database: point it at another file, or restore a backup.'
    case 'ECONNREFUSED':
      return `Nothing answers at ${error.address}:${error.port}: is the database (DB_HOST, DB_PORT) or Redis (REDIS_HOST, REDIS_PORT) running?`
    case 'ER_ACCESS_DENIED_ERROR':
      return 'The database refuses the log-in: check DB_USER and DB_PASSWORD.'
    case 'ER_BAD_DB_ERROR':
      return 'There is no database of that name: check DB_DATABASE.'
    default:
      return error.stack ?? String(error)
  }
}

function sentences(help?: string): string {
  return (help ?? '')
    .split('\n')
    .map((line) => line.replace(/^[-\s]+/, '').trim())
    .filter(Boolean)
    .join('; ')
}
