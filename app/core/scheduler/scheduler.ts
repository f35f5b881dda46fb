import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { maskSecrets } from '#core/logging/redaction'
import { newestPeriod, recentPeriods, type Period } from '#core/scheduler/periods'
import type { TaskEntry, TaskRun } from '#core/scheduler/task'
import { clock, SECOND } from '#core/support/clock'

const TICK = 10 * SECOND
const LEASE = 60 * SECOND
const HEARTBEAT = 20 * SECOND
const MAX_ATTEMPTS = 5
const MAX_CAUGHT_UP = 7

/**
 * Fires each period of each task once, however many schedulers run: the period's row is unique, and
 * a lease per task keeps two runs of one task from overlapping. A crashed run is taken over when
 * its lease ends, and goes on from its cursor.
 */
export class Scheduler {
  #timer?: NodeJS.Timeout
  #ticking?: Promise<void>
  #stopped = false

  constructor(private tasks: TaskEntry[]) {}

  start() {
    this.#timer = setInterval(() => this.nudge(), TICK)
    this.nudge()
  }

  async stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#ticking
  }

  /** Looks for due periods now instead of at the next tick. */
  nudge() {
    this.#ticking ??= this.tick()
      .catch((error) =>
        logger.warn({ err: error.message }, 'the scheduler could not look; it will')
      )
      .finally(() => (this.#ticking = undefined))
  }

  /** One look: names the due periods and runs those that nobody runs. */
  async tick() {
    await Promise.all(
      this.tasks.map(async (task) => {
        await announceDuePeriods(task)
        await this.#runWaiting(task)
      })
    )
  }

  async #runWaiting(task: TaskEntry) {
    const waiting = await db
      .from('schedule_runs')
      .where({ task: task.name })
      .whereIn('state', ['due', 'running'])
      .orderBy('due_at')
      .select('period_key')
    for (const { period_key: periodKey } of waiting) {
      if (this.#stopped || !(await runPeriod(task, periodKey))) return
    }
  }
}

/** Writes a row for each period that came due since the last one that has a row. */
async function announceDuePeriods(task: TaskEntry) {
  const now = clock.now()
  const newest = newestPeriod(task.schedule, now)
  const known = await db.from('schedule_runs').where({ task: task.name }).max('due_at as due_at')
  const lastDueAt = known[0].due_at === null ? null : Number(known[0].due_at)
  if (lastDueAt !== null && lastDueAt >= newest.dueAt) return

  const missed: Period[] =
    task.catchUp === 'each' && lastDueAt !== null
      ? recentPeriods(task.schedule, now, MAX_CAUGHT_UP).filter((p) => p.dueAt > lastDueAt)
      : [newest]
  for (const period of missed) await announce(task.name, period, now)
}

/** Makes a period due; false when it was announced before. */
export async function announce(task: string, period: Period, now: number): Promise<boolean> {
  return write((trx) =>
    insertedOnce(trx, 'schedule_runs', {
      task,
      period_key: period.key,
      due_at: period.dueAt,
      state: 'due',
      attempts: 0,
      created_at: now,
    })
  )
}

/** @returns false when another process is running this task */
async function runPeriod(task: TaskEntry, periodKey: string): Promise<boolean> {
  const lease = randomUUID()
  if (!(await takeLease(task.name, lease))) return false
  const heartbeat = setInterval(() => void renew(task.name, lease), HEARTBEAT)
  try {
    await runOnce(task, periodKey, lease)
  } finally {
    clearInterval(heartbeat)
    await held(task.name, lease).update({ lease_until: 0 })
  }
  return true
}

async function takeLease(task: string, lease: string): Promise<boolean> {
  const now = clock.now()
  const free = () => db.from('schedule_leases').where({ task }).where('lease_until', '<=', now)
  const taken = { lease_token: lease, lease_until: now + LEASE }
  if (await changedOne(free(), taken)) return true
  const isFirst = await write((trx) => insertedOnce(trx, 'schedule_leases', { task, ...taken }))
  return isFirst
}

function held(task: string, lease: string) {
  return db.from('schedule_leases').where({ task, lease_token: lease })
}

async function renew(task: string, lease: string) {
  await held(task, lease)
    .update({ lease_until: clock.now() + LEASE })
    .catch((error) => logger.warn({ task, err: error.message }, 'schedule heartbeat failed'))
}

async function runOnce(task: TaskEntry, periodKey: string, lease: string) {
  const row = () => db.from('schedule_runs').where({ task: task.name, period_key: periodKey })
  const stored = await row().first()
  if (stored.state === 'done' || stored.state === 'failed') return
  await row().update({
    state: 'running',
    attempts: Number(stored.attempts) + 1,
    started_at: clock.now(),
  })

  const run: TaskRun = {
    periodKey,
    dueAt: Number(stored.due_at),
    cursor: stored.cursor,
    async save(cursor) {
      const isOurs = await changedOne(held(task.name, lease), { lease_until: clock.now() + LEASE })
      if (!isOurs) throw new Error('another process took this run over')
      await row().update({ cursor })
    },
  }
  try {
    const Task = (await task.load()).default
    await (await app.container.make(Task)).run(run)
    await row().update({ state: 'done', finished_at: clock.now(), last_error: null })
  } catch (error) {
    const reason = maskSecrets(error instanceof Error ? error.message : String(error)).slice(0, 500)
    const isOver = Number(stored.attempts) + 1 >= MAX_ATTEMPTS
    await row().update({
      state: isOver ? 'failed' : 'due',
      finished_at: isOver ? clock.now() : null,
      last_error: reason,
    })
    logger.error({ task: task.name, period: periodKey, reason }, 'a scheduled run failed')
  }
}
