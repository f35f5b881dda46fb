import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { onWake } from '#core/outbox/wake'
import { claimAndRun } from '#core/queue/run_job'
import { clock, SECOND } from '#core/support/clock'

const CANDIDATES = 50
const POLL = SECOND

export interface WorkerOptions {
  /** names of queues; all of them when empty */
  queues?: string[]
  /** jobs at a time */
  concurrency?: number
}

/**
 * Runs jobs straight from the outbox table: candidates come from a plain SELECT, and each is
 * claimed by its own conditional update. Works alone on either database, and beside any number of
 * other workers.
 */
export class TableWorker {
  #running = new Set<Promise<unknown>>()
  #stopped = false
  #wake: () => void = () => {}
  #forgetWake = () => {}
  #loop?: Promise<void>

  constructor(private options: WorkerOptions = {}) {}

  start() {
    this.#forgetWake = onWake(() => this.#wake())
    this.#loop = this.#run()
  }

  /** Claims nothing more and waits for the jobs that run. */
  async stop() {
    this.#stopped = true
    this.#forgetWake()
    this.#wake()
    await this.#loop
    await Promise.all(this.#running)
  }

  /** Runs every job that is due now, and those they cause, until none is left; for tests. */
  async drain(): Promise<number> {
    let done = 0
    for (;;) {
      const due = await dueJobs(this.options.queues, CANDIDATES)
      let claimed = 0
      for (const id of due) if (await claimAndRun(id)) claimed++
      if (claimed === 0) return done
      done += claimed
    }
  }

  async #run() {
    while (!this.#stopped) {
      const took = await this.#takeSome().catch((error) => {
        logger.warn(
          { err: error.message },
          'the worker cannot reach the database; it will try again'
        )
        return 0
      })
      if (took === 0 && !this.#stopped) await this.#sleep(POLL)
    }
  }

  async #takeSome(): Promise<number> {
    const room = (this.options.concurrency ?? 5) - this.#running.size
    if (room <= 0) {
      await Promise.race(this.#running)
      return 1
    }
    let took = 0
    for (const id of await dueJobs(this.options.queues, CANDIDATES)) {
      if (this.#stopped || this.#running.size >= (this.options.concurrency ?? 5)) break
      const job = claimAndRun(id)
        .catch((error) =>
          logger.warn({ job: id, err: error.message }, 'a job could not be claimed')
        )
        .finally(() => this.#running.delete(job))
      this.#running.add(job)
      took++
    }
    if (took > 0) await Promise.race(this.#running)
    return took
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Ids of jobs that may be claimed now, longest due first. */
export async function dueJobs(queues: string[] | undefined, limit: number): Promise<string[]> {
  const now = clock.now()
  const query = db
    .from('outbox')
    .where('state', 'pending')
    .where('available_at', '<=', now)
    .where('lease_until', '<=', now)
    .orderBy('available_at')
    .orderBy('id')
    .limit(limit)
    .select('id')
  if (queues?.length) query.whereIn('queue', queues)
  return (await query).map((row: { id: string }) => row.id)
}
