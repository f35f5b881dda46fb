import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { marksFor, rowsOf } from '#core/database/statements'
import { URGENT } from '#core/outbox/job'
import { onWake } from '#core/outbox/wake'
import { claimAndRun } from '#core/queue/run_job'
import { clock, SECOND } from '#core/support/clock'
import { GRACE } from '#core/support/lifecycle'

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
  /** how many of those that run are urgent */
  #urgent = 0
  #stopped = false
  #wake: () => void = () => {}
  #forgetWake = () => {}
  #loop?: Promise<void>

  constructor(private options: WorkerOptions = {}) {}

  start() {
    this.#forgetWake = onWake(() => this.#wake())
    this.#loop = this.#run()
  }

  /** Claims nothing more and waits for the jobs that run; those that never end keep their lease. */
  async stop() {
    this.#stopped = true
    this.#forgetWake()
    this.#wake()
    const ended = Promise.resolve(this.#loop).then(() => Promise.all(this.#running))
    await Promise.race([ended, sleep(GRACE, undefined, { ref: false })])
  }

  /** Runs every job that is due now, and those they cause, until none is left; for tests. */
  async drain(): Promise<number> {
    let done = 0
    for (;;) {
      const due = await dueJobs(this.options.queues, CANDIDATES)
      let claimed = 0
      for (const { id } of due) if (await claimAndRun(id)) claimed++
      if (claimed === 0) return done
      done += claimed
    }
  }

  async #run() {
    while (!this.#stopped) {
      const hasMore = await this.takeDue().catch((error) => {
        logger.warn(
          { err: error.message },
          'the worker cannot reach the database; it will try again'
        )
        return false
      })
      if (!hasMore && !this.#stopped) await this.#pause(POLL)
    }
  }

  /**
   * Starts due jobs while there is room for more.
   *
   * @returns whether there may be more, now that there is room again
   */
  async takeDue(): Promise<boolean> {
    const places = this.options.concurrency ?? 5
    const room = places - this.#running.size
    if (room <= 0) {
      await Promise.race([...this.#running, this.#pause(POLL)])
      return true
    }
    const due = await dueJobs(this.options.queues, CANDIDATES)
    // a gateway that hangs must not hold every place
    let urgent = Math.max(1, places - 1) - this.#urgent
    const allowed = due.filter(({ queue }) => queue !== URGENT || urgent-- > 0)
    for (const job of allowed.slice(0, room)) this.#begin(job)
    if (allowed.length <= room) return false
    await Promise.race([...this.#running, this.#pause(POLL)])
    return true
  }

  /** A short job must not wait for a long one: whoever ends makes room at once. */
  #begin({ id, queue }: DueJob) {
    const isUrgent = queue === URGENT
    if (isUrgent) this.#urgent++
    const job: Promise<unknown> = claimAndRun(id)
      .catch((error) => logger.warn({ job: id, err: error.message }, 'a job could not be claimed'))
      .finally(() => {
        this.#running.delete(job)
        if (isUrgent) this.#urgent--
        this.#wake()
      })
    this.#running.add(job)
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

interface DueJob {
  id: string
  queue: string
}

/** Jobs that may be claimed now: the urgent ones first, then those that are due longest. */
async function dueJobs(queues: string[] | undefined, limit: number): Promise<DueJob[]> {
  const urgent = !queues?.length || queues.includes(URGENT) ? await dueIn([URGENT], limit) : []
  const others = await dueIn(queues, limit)
  return [...urgent, ...others.filter(({ queue }) => queue !== URGENT)]
}

/** @param queues all of them when empty */
async function dueIn(queues: string[] | undefined, limit: number): Promise<DueJob[]> {
  const now = clock.now()
  const some = queues?.length ? `AND queue IN (${marksFor(queues)})` : ''
  return rowsOf<DueJob>(
    db,
    `SELECT id, queue FROM outbox
       WHERE state = 'pending' AND available_at <= ? AND lease_until <= ? ${some}
       ORDER BY available_at, id LIMIT ${limit}`,
    now,
    now,
    ...(queues ?? [])
  )
}
