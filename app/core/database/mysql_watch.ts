/*
 * Tells a database that is slow from one that is away. A statement without an answer raises doubt,
 * and a fresh connection settles it: if that one is not answered either, nor any other statement
 * meanwhile (a process under load reads late), the database is away. Then every connection is broken
 * off, so that its requests end in 503 instead of hanging, and nobody is kept waiting for a
 * connection until a fresh one is answered again.
 */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { isTooManyConnections, isUnavailable } from '#core/database/driver_errors'
import { mysqlServer } from '#core/database/mysql_server'

export interface MysqlConnection {
  query(...args: unknown[]): { once(event: 'end', listener: () => void): unknown }
  stream: { destroy(error: Error): void; once(event: 'close', listener: () => void): unknown }
}

interface Asked {
  /** ms of performance.now() */
  since: number
  /** ms that the answer may take */
  limit: number
}

const LOOK_EVERY = 500
/** a statement unanswered for this long makes us ask elsewhere, in ms */
const DOUBT = 1_500
/** how long the fresh connection may take for its answer, in ms */
const PROOF = 2_500
/** a timer later than this means that we slept ourselves: silence then proves nothing, in ms */
const OVERSLEPT = 500
/** what one statement of a request, or of anything else, may take, in ms */
const LIMIT_OF_REQUESTS = 10_000
const LIMIT_OF_JOBS = 60_000

class DatabaseAway extends Error {
  code = 'ETIMEDOUT'
}

class MysqlWatch {
  /** nobody is answered at present */
  isAway = false
  #limit = LIMIT_OF_JOBS
  #connections = new Set<MysqlConnection>()
  #asked = new Map<MysqlConnection, Asked>()
  #timer?: NodeJS.Timeout
  #lookedAt = 0
  #answeredAt = 0
  #isProving = false

  /** Watches the statements of a new connection until it is closed. */
  add(connection: MysqlConnection) {
    this.#connections.add(connection)
    connection.stream.once('close', () => {
      this.#connections.delete(connection)
      this.#asked.delete(connection)
    })
    const query = connection.query.bind(connection)
    connection.query = (...args) => {
      const limit = HttpContext.get() ? LIMIT_OF_REQUESTS : this.#limit
      const asked = { since: performance.now(), limit }
      this.#asked.set(connection, asked)
      const command = query(...args)
      command.once('end', () => {
        this.#answeredAt = performance.now()
        if (this.#asked.get(connection) === asked) this.#asked.delete(connection)
      })
      return command
    }
    this.#begin()
  }

  /** Runs work whose statements may take any time: migrations. */
  async withoutLimit<T>(work: () => Promise<T>): Promise<T> {
    this.#limit = Infinity
    try {
      return await work()
    } finally {
      this.#limit = LIMIT_OF_JOBS
    }
  }

  /** Gets a connection from the pool. @throws at once while the database is known to be away */
  async acquire<T>(fromPool: () => Promise<T>): Promise<T> {
    if (this.isAway) throw new DatabaseAway('the database does not answer')
    try {
      return await fromPool()
    } catch (error) {
      if (isUnavailable(error)) void this.#prove()
      throw error
    }
  }

  #begin() {
    if (this.#timer) return
    this.#lookedAt = performance.now()
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY).unref()
  }

  #look() {
    const now = performance.now()
    const isLate = now - this.#lookedAt > LOOK_EVERY + OVERSLEPT
    this.#lookedAt = now
    if (isLate) return
    let isDoubtful = this.isAway
    for (const [connection, { since, limit }] of this.#asked) {
      if (now - since > limit) breakOff(connection, `no answer to a statement in ${limit} ms`)
      else if (now - since > DOUBT) isDoubtful = true
    }
    if (isDoubtful) void this.#prove()
  }

  async #prove() {
    if (this.#isProving) return
    this.#isProving = true
    const startedAt = performance.now()
    const answer = await isAnswered().finally(() => (this.#isProving = false))
    const verdict = answer || this.#answeredAt > startedAt
    if (answer === 'unknown' || verdict === !this.isAway) return
    this.isAway = !verdict
    if (verdict) return logger.info('the database is back')
    logger.error('the database is away: everything that needs it is refused until it is back')
    for (const connection of this.#connections) breakOff(connection, 'the database went away')
    this.#begin()
  }
}

export const mysqlWatch = new MysqlWatch()

/** Whatever waits for an answer on this connection gets an error; the pool throws it away. */
function breakOff(connection: MysqlConnection, reason: string) {
  connection.stream.destroy(new DatabaseAway(reason))
}

/** Whether a fresh connection gets an answer; 'unknown' when this process itself stood still. */
async function isAnswered(): Promise<boolean | 'unknown'> {
  const { createConnection } = await import('mysql2')
  const startedAt = performance.now()
  const connection = createConnection({ ...mysqlServer(), connectTimeout: PROOF })
  const answered = new Promise<boolean>((resolve) => {
    const judge = (error: unknown) =>
      resolve(!error || isTooManyConnections(error) || !isUnavailable(error))
    connection.on('error', judge)
    connection.query('SELECT 1', judge)
  })
  const silence = sleep(PROOF, undefined, { ref: false }).then(async () => {
    await nextTurn() // an answer that arrived meanwhile is read first
    return performance.now() - startedAt > PROOF + OVERSLEPT ? ('unknown' as const) : false
  })
  try {
    return await Promise.race([answered, silence])
  } finally {
    connection.destroy()
  }
}
