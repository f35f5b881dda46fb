/*
 * The Bull driver, and the only code that imports bull. Redis is an accelerator: one Bull job names
 * one outbox row, and whoever gets it claims that row as any worker does. While Redis is away the
 * same rows are run straight from the table, so nothing waits and nothing is lost.
 */
import type { Queue } from 'bull'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import redisConfig from '#config/redis'
import { onWake } from '#core/outbox/wake'
import { claimAndRun } from '#core/queue/run_job'
import { TableWorker, type WorkerOptions } from '#core/queue/worker'
import { clock, MINUTE, SECOND } from '#core/support/clock'

const QUEUE = 'souk'
/** a row pushed this long ago and still not done is pushed again */
const PUSHED_TOO_LONG_AGO = 5 * MINUTE
const RELAY_EVERY = SECOND
const BATCH = 200
/** nobody waits longer than this for Redis, in ms */
const PATIENCE = 200

/** Opens the queue; never waits for Redis. */
export async function openQueue(): Promise<Queue> {
  const { default: Bull } = await import('bull')
  const { host, port, password } = redisConfig.connections.main
  const queue = new Bull(QUEUE, {
    redis: {
      host,
      port,
      password,
      enableOfflineQueue: false,
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    },
    settings: { maxStalledCount: 10, lockDuration: 30_000, stalledInterval: 10_000 },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  })
  let wasDown = false
  queue.on('error', (error) => {
    if (!wasDown) logger.warn({ err: error.message }, 'Redis is away: jobs run from the table')
    wasDown = true
  })
  queue.client.on('ready', () => {
    if (wasDown) logger.info('Redis is back')
    wasDown = false
    void forgetPushes()
  })
  return queue
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

/** Pushes rows to Bull, at most 200 ms; the table keeps those that Redis did not take. */
async function push(queue: Queue, rows: { id: string; attempts: number }[]): Promise<boolean> {
  const jobs = rows.map((row) => ({
    name: 'outbox',
    data: { id: row.id },
    opts: { jobId: `${row.id}:${row.attempts}` },
  }))
  const patience = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false))
  const pushed = queue.addBulk(jobs).then(
    () => true,
    () => false
  )
  if (!(await Promise.race([pushed, patience]))) return false
  const ids = rows.map((row) => row.id)
  await db
    .from('outbox')
    .whereIn('id', ids)
    .where('state', 'pending')
    .update({ queued_at: clock.now() })
  return true
}

/** In server processes: pushes each row right after the commit that wrote it. */
export class BullProducer {
  #queue?: Queue
  #forgetWake = () => {}
  #fresh: string[] = []

  async start() {
    this.#queue = await openQueue()
    this.#forgetWake = onWake((id) => {
      if (this.#fresh.push(id) === 1) setImmediate(() => void this.#flush())
    })
  }

  async stop() {
    this.#forgetWake()
    await this.#queue?.close(true).catch(() => {})
  }

  async #flush() {
    const ids = this.#fresh.splice(0)
    if (this.#queue!.client.status !== 'ready') return
    await push(
      this.#queue!,
      ids.map((id) => ({ id, attempts: 0 }))
    ).catch((error) =>
      logger.warn({ err: error.message }, 'a push to Redis failed; the relay will do it')
    )
  }
}

/** In worker processes: relays due rows to Bull and runs what Bull hands out. */
export class BullWorker {
  #queue?: Queue
  #table: TableWorker
  #timer?: NodeJS.Timeout
  #stopped = false
  #relaying?: Promise<void>
  #active = new Set<Promise<unknown>>()

  constructor(private options: WorkerOptions = {}) {
    this.#table = new TableWorker(options)
  }

  async start() {
    this.#queue = await openQueue()
    void this.#queue.process('outbox', this.options.concurrency ?? 5, async (job) => {
      const running = claimAndRun(job.data.id)
      this.#active.add(running)
      await running.finally(() => this.#active.delete(running))
    })
    this.#timer = setInterval(() => this.#tick(), RELAY_EVERY)
  }

  async stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#relaying
    await Promise.allSettled(this.#active)
    await this.#queue?.close(true).catch(() => {})
  }

  #tick() {
    this.#relaying ??= this.#relay()
      .catch((error) => logger.warn({ err: error.message }, 'the relay failed; it will try again'))
      .finally(() => (this.#relaying = undefined))
  }

  async #relay() {
    if (this.#stopped) return
    const taken = this.#queue!.client.status === 'ready' && (await this.#pushDue())
    if (!taken) await this.#table.drain()
  }

  async #pushDue(): Promise<boolean> {
    const now = clock.now()
    const due = await db
      .from('outbox')
      .where('state', 'pending')
      .where('available_at', '<=', now)
      .where('lease_until', '<=', now)
      .where((query) =>
        query.whereNull('queued_at').orWhere('queued_at', '<', now - PUSHED_TOO_LONG_AGO)
      )
      .orderBy('available_at')
      .limit(BATCH)
      .select('id', 'attempts')
    return due.length === 0 || push(this.#queue!, due)
  }
}
