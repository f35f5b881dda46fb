import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { maskSecrets } from '#core/logging/redaction'
import { newestPeriod, recentPeriods, type Period } from '#core/scheduler/periods'
import type { TaskEntry, TaskRun } from '#core/scheduler/task'
import { clock, mayLeap, SECOND } from '#core/support/clock'
import { GRACE } from '#core/support/lifecycle'

/** A test that moves the clock of running processes waits for the next look each time. */
const TICK = mayLeap ? 2 * SECOND : 10 * SECOND
const LEASE = 60 * SECOND
const HEARTBEAT = 20 * SECOND
const MAX_ATTEMPTS = 5
const MAX_CAUGHT_UP = 7

const schedulers = new Set<Scheduler>()

/** Makes the scheduler of this process, if it has one, look now instead of at its next tick. */
export function nudgeSchedulers() {
  for (const scheduler of schedulers) scheduler.nudge()
}

/** Another process took the run over, because this one's lease ran out. */
class LeaseLost extends Error {
  constructor() {
    super('another process took this run over')
  }
}

/**
 * Fires each period of each task once, however many schedulers run: the period's row is unique, and
 * a lease per task keeps two runs of one task from overlapping. A crashed run is taken over when
 * its lease ends, and goes on from its cursor.
 */
export class Scheduler {
  #timer?: NodeJS.Timeout
  #busy = new Map<string, Promise<void>>()
  #stopped = false

  constructor(private tasks: TaskEntry[]) {}

  start() {
    schedulers.add(this)
    this.#timer = setInterval(() => this.nudge(), TICK)
    this.nudge()
  }

  /** Begins nothing more and waits for what runs; a run that does not end is taken over later. */
  async stop() {
    this.#stopped = true
    schedulers.delete(this)
    clearInterval(this.#timer)
    await Promise.race([Promise.all(this.#busy.values()), sleep(GRACE, undefined, { ref: false })])
  }

  /** Looks for due periods. A task that runs for long does not keep the others from theirs. */
  nudge() {
    for (const task of this.tasks) {
      if (this.#stopped || this.#busy.has(task.name)) continue
      const look = this.#look(task)
        .catch((error) =>
          logger.warn(
            { task: task.name, err: error.message },
            'the scheduler could not look; it will'
          )
        )
        .finally(() => this.#busy.delete(task.name))
      this.#busy.set(task.name, look)
    }
  }

  /** One look at every task, to its end; for tests and single runs. */
  async tick() {
    await Promise.all(this.tasks.map((task) => this.#look(task)))
  }

  /** Names the due periods and runs those that nobody runs, oldest first. */
  async #look(task: TaskEntry) {
    await announceDuePeriods(task)
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
  for (const period of missed) await announce(task.name, period)
}

/** Makes a period due; false when it was announced before. */
export async function announce(task: string, period: Period): Promise<boolean> {
  return write((trx) =>
    insertedOnce(trx, 'schedule_runs', {
      task,
      period_key: period.key,
      due_at: period.dueAt,
      state: 'due',
      attempts: 0,
      created_at: clock.now(),
    })
  )
}

/** @returns false when another process is running this task, or the run failed */
async function runPeriod(task: TaskEntry, periodKey: string): Promise<boolean> {
  const lease = randomUUID()
  if (!(await takeLease(task.name, lease))) return false
  const heartbeat = setInterval(() => void renew(task.name, lease), HEARTBEAT)
  try {
    return await runOnce(task, periodKey, lease)
  } finally {
    clearInterval(heartbeat)
    await held(task.name, lease).update({ lease_until: 0 })
  }
}

async function takeLease(task: string, lease: string): Promise<boolean> {
  const now = clock.now()
  const free = db.from('schedule_leases').where({ task }).where('lease_until', '<=', now)
  const taken = { lease_token: lease, lease_until: now + LEASE }
  if (await changedOne(free, taken)) return true
  return write((trx) => insertedOnce(trx, 'schedule_leases', { task, ...taken }))
}

function held(task: string, lease: string, client: Pick<typeof db, 'from'> = db) {
  return client.from('schedule_leases').where({ task, lease_token: lease })
}

async function renew(task: string, lease: string) {
  await held(task, lease)
    .update({ lease_until: clock.now() + LEASE })
    .catch((error) => logger.warn({ task, err: error.message }, 'schedule heartbeat failed'))
}

type RunUpdate = (values: Record<string, unknown>) => Promise<void>

/** Writes to a run's row, but only while this process holds the task's lease. */
function updateWhileHeld(task: string, periodKey: string, lease: string): RunUpdate {
  return (values) =>
    write(async (trx) => {
      const isOurs = await changedOne(held(task, lease, trx), { lease_until: clock.now() + LEASE })
      if (!isOurs) throw new LeaseLost()
      await trx.from('schedule_runs').where({ task, period_key: periodKey }).update(values)
    })
}

async function runOnce(task: TaskEntry, periodKey: string, lease: string): Promise<boolean> {
  const stored = await db
    .from('schedule_runs')
    .where({ task: task.name, period_key: periodKey })
    .first()
  if (!stored || stored.state === 'done' || stored.state === 'failed') return true
  const update = updateWhileHeld(task.name, periodKey, lease)
  const attempt = Number(stored.attempts) + 1
  if (attempt > MAX_ATTEMPTS) {
    await noteFailure(task, periodKey, update, attempt, new Error('Ran out of attempts'))
    return true
  }

  await update({ state: 'running', attempts: attempt, started_at: clock.now() })
  const run: TaskRun = {
    periodKey,
    dueAt: Number(stored.due_at),
    cursor: stored.cursor,
    save: (cursor) => update({ cursor }),
  }
  try {
    const Task = (await task.load()).default
    await (await app.container.make(Task)).run(run)
    await update({ state: 'done', finished_at: clock.now(), last_error: null })
    return true
  } catch (error) {
    if (error instanceof LeaseLost) return false
    await noteFailure(task, periodKey, update, attempt, error)
    return false
  }
}

/** The next tick tries again; after five attempts the run has failed, and staff may ask for it. */
async function noteFailure(
  task: TaskEntry,
  periodKey: string,
  update: RunUpdate,
  attempt: number,
  error: unknown
) {
  const reason = maskSecrets(error instanceof Error ? error.message : String(error)).slice(0, 500)
  const isOver = attempt >= MAX_ATTEMPTS
  await update({
    state: isOver ? 'failed' : 'due',
    finished_at: isOver ? clock.now() : null,
    last_error: reason,
  })
  logger.error({ task: task.name, period: periodKey, reason }, 'a scheduled run failed')
}
