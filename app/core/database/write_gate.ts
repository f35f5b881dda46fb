/*
 * The queue in front of the transactions. A crowd that asks the pool of connections itself is served
 * in any order and gives up after five seconds; here so many transactions are open at a time, reads
 * always find a connection, and who waits is served by age: a request that has waited once is not
 * sent to the end of the queue again for its next transaction.
 */
import { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { ServiceUnavailable } from '#core/errors'
import { SECOND } from '#core/support/clock'

/** Ends a turn; to be called once. */
export type Leave = () => void

interface Waiter {
  /** ms of performance.now() at which the request first asked */
  since: number
  enter: () => void
}

interface GateOptions {
  /** transactions open at a time */
  room: number
  /** who comes when so many wait is refused at once */
  mostWaiting?: number
  /** ms that anybody waits */
  patience?: number
}

export class WriteGate {
  #free: number
  #mostWaiting: number
  #patience: number
  /** oldest first */
  #waiting: Waiter[] = []
  #ages = new WeakMap<object, number>()

  constructor({ room, mostWaiting = 2_000, patience = 15 * SECOND }: GateOptions) {
    this.#free = room
    this.#mostWaiting = mostWaiting
    this.#patience = patience
  }

  /** Waits for a turn. @throws ServiceUnavailable (503) when it takes too long, or too many wait */
  async enter(request: object | null = HttpContext.get()): Promise<Leave> {
    const since = this.#ageOf(request)
    if (this.#free > 0) this.#free--
    else await this.#wait(since)
    return () => this.#leave()
  }

  #ageOf(request: object | null): number {
    const now = performance.now()
    if (!request) return now
    const known = this.#ages.get(request) ?? now
    this.#ages.set(request, known)
    return known
  }

  #wait(since: number): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) throw new ServiceUnavailable()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(new ServiceUnavailable())
      }, this.#patience)
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const waiter = { since, enter }
      const younger = this.#waiting.findIndex((other) => other.since > since)
      this.#waiting.splice(younger < 0 ? this.#waiting.length : younger, 0, waiter)
    })
  }

  /** The turn goes straight to the oldest, if there is one. */
  #leave() {
    const next = this.#waiting.shift()
    if (next) next.enter()
    else this.#free++
  }
}

/** SQLite has one writer; of MySQL's pool a quarter is left for what only reads. */
function placesToWrite(): number {
  if (env.get('DB_CONNECTION') === 'sqlite') return 1
  return Math.max(1, Math.floor(env.get('DB_POOL_MAX') * 0.75))
}

export const writeGate = new WriteGate({ room: placesToWrite() })
