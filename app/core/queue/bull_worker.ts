/*
 * The Bull driver, and the only code that imports bull. Redis is an accelerator: one Bull job names
 * one outbox row, and whoever gets it claims that row as any worker does. While Redis is away the
 * same rows are run straight from the table, so nothing waits and nothing is lost.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue } from 'bull'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import redisConfig from '#config/redis'
import { queueNames } from '#core/outbox/registry'
import { onWake, type FreshJob } from '#core/outbox/wake'
import { claimAndRun } from '#core/queue/run_job'
import { TableWorker, type WorkerOptions } from '#core/queue/worker'
import { clock, MINUTE, SECOND } from '#core/support/clock'
import { GRACE } from '#core/support/lifecycle'

/** a row pushed this long ago and still not claimed is pushed again */
const PUSHED_TOO_LONG_AGO = 5 * MINUTE
const RELAY_EVERY = SECOND
const BATCH = 200
/** nobody waits longer than this for Redis, in ms */
const PATIENCE = 200

interface DueRow {
  id: string
  queue: string
  attempts: number
}

/** The Bull queues of this process, one for each queue of jobs, opened when first used. */
class BullQueues {
  #open = new Map<string, Queue>()
  #isDown = false

  /** Never waits for Redis. */
  async named(name: string): Promise<Queue> {
    const known = this.#open.get(name)
    if (known) return known
    const { default: Bull } = await import('bull')
    const { host, port, password } = redisConfig.connections.main
    const queue = new Bull(`souk-${name}`, {
      redis: {
        host,
        port,
        password,
        maxRetriesPerRequest: null, // Bull's own commands wait: refused, they would end the process
        retryStrategy: (times) => Math.min(times * 200, 2_000),
      },
      settings: { maxStalledCount: 10, lockDuration: 30_000, stalledInterval: 10_000 },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    })
    this.#open.set(name, queue)
    queue.on('error', (error) => this.#noteDown(error))
    queue.client.on('ready', () => this.#noteUp())
    return queue
  }

  /** Pushes rows of one queue, at most 200 ms; the table keeps those that Redis did not take. */
  async push(name: string, rows: DueRow[]): Promise<boolean> {
    const queue = await this.named(name)
    if (queue.client.status !== 'ready') return false
    const jobs = rows.map((row) => ({
      name: 'outbox',
      data: { id: row.id },
      opts: { jobId: `${row.id}:${row.attempts}` },
    }))
    const pushed = queue.addBulk(jobs).then(
      () => true,
      () => false
    )
    if (!(await Promise.race([pushed, sleep(PATIENCE, false, { ref: false })]))) return false
    await notePushed(rows.map((row) => row.id))
    return true
  }

  /** Bull's own close waits for a Redis that may never come back, so it gets a second. */
  async close() {
    const queues = [...this.#open.values()]
    const closed = Promise.allSettled(queues.map((queue) => queue.close(true)))
    await Promise.race([closed, sleep(SECOND, undefined, { ref: false })])
    for (const { clients } of queues as unknown as { clients: { disconnect(): void }[] }[])
      for (const client of clients) client.disconnect()
  }

  #noteDown(error: Error) {
    if (this.#isDown) return
    this.#isDown = true
    logger.warn({ err: error.message }, 'Redis is away: jobs run from the table')
  }

  #noteUp() {
    if (this.#isDown) logger.info('Redis is back')
    this.#isDown = false
    void forgetPushes()
  }
}

/** Rows that a worker has claimed meanwhile are none of the relay's business any more. */
async function notePushed(ids: string[]) {
  const now = clock.now()
  await db
    .from('outbox')
    .whereIn('id', ids)
    .where('state', 'pending')
    .where('lease_until', '<=', now)
    .update({ queued_at: now })
}

/** Whatever Redis knew may be gone with it: every unfinished row is to be pushed again. */
async function forgetPushes() {
  await db
    .from('outbox')
    .where('state', 'pending')
    .whereNotNull('queued_at')
    .update({ queued_at: null })
    .catch((error) =>
      logger.warn({ err: error.message }, 'could not re-queue after Redis came back')
    )
}

function byQueue<Row extends { queue: string }>(rows: Row[]): [queue: string, rows: Row[]][] {
  return [...Map.groupBy(rows, (row) => row.queue)]
}

/** In server processes: pushes each row right after the commit that wrote it. */
export class BullProducer {
  #queues = new BullQueues()
  #forgetWake = () => {}
  #fresh: FreshJob[] = []

  async start() {
    for (const name of await queueNames()) await this.#queues.named(name)
    this.#forgetWake = onWake((job) => {
      if (this.#fresh.push(job) === 1) setImmediate(() => void this.#flush())
    })
  }

  async stop() {
    this.#forgetWake()
    await this.#queues.close()
  }

  async #flush() {
    for (const [name, jobs] of byQueue(this.#fresh.splice(0))) {
      const rows = jobs.map((job) => ({ ...job, attempts: 0 }))
      await this.#queues
        .push(name, rows)
        .catch((error) =>
          logger.warn({ err: error.message }, 'a push to Redis failed; the relay will do it')
        )
    }
  }
}

/** In worker processes: relays due rows to Bull and runs what Bull hands out. */
export class BullWorker {
  #queues = new BullQueues()
  #table: TableWorker
  #timer?: NodeJS.Timeout
  #stopped = false
  #relaying?: Promise<void>
  #active = new Set<Promise<unknown>>()

  constructor(private options: WorkerOptions = {}) {
    this.#table = new TableWorker(options)
  }

  async start() {
    const names = this.options.queues?.length ? this.options.queues : await queueNames()
    for (const name of names) await this.#process(await this.#queues.named(name))
    this.#timer = setInterval(() => this.#tick(), RELAY_EVERY)
  }

  async stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    const running = Promise.allSettled([this.#relaying, this.#table.stop(), ...this.#active])
    await Promise.race([running, sleep(GRACE, undefined, { ref: false })])
    await this.#queues.close()
  }

  async #process(queue: Queue) {
    const processing = queue.process('outbox', this.options.concurrency ?? 5, async (job) => {
      if (this.#stopped) return
      const running = claimAndRun(job.data.id)
      this.#active.add(running)
      await running.finally(() => this.#active.delete(running))
    })
    processing.catch((error: Error) =>
      logger.warn({ err: error.message }, 'Bull stopped; jobs run from the table')
    )
  }

  #tick() {
    this.#relaying ??= this.#relay()
      .catch((error) => logger.warn({ err: error.message }, 'the relay failed; it will try again'))
      .finally(() => (this.#relaying = undefined))
  }

  async #relay() {
    if (this.#stopped || (await this.#pushDue())) return
    while (!this.#stopped && (await this.#table.takeDue()));
  }

  async #pushDue(): Promise<boolean> {
    const now = clock.now()
    const query = db
      .from('outbox')
      .where('state', 'pending')
      .where('available_at', '<=', now)
      .where('lease_until', '<=', now)
      .where((due) =>
        due.whereNull('queued_at').orWhere('queued_at', '<', now - PUSHED_TOO_LONG_AGO)
      )
      .orderBy('available_at')
      .limit(BATCH)
      .select('id', 'queue', 'attempts')
    if (this.options.queues?.length) query.whereIn('queue', this.options.queues)
    const due: DueRow[] = await query
    for (const [name, rows] of byQueue(due))
      if (!(await this.#queues.push(name, rows))) return false
    return true
  }
}
