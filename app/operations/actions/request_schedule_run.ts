import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { newestPeriod, periodNamed, type Period } from '#core/scheduler/periods'
import { announce, nudgeSchedulers } from '#core/scheduler/scheduler'
import type { TaskEntry } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import { ScheduleRunExists } from '#operations/errors'
import { RUN_COLUMNS, type ScheduleRunRow } from '#operations/queries/list_schedule_runs'
import { scheduledTasks } from '#start/scheduler'

interface RunRequest {
  actor: Actor
  task: string
  /** its name, e.g. 2026-11-21; the newest one that is due when not given */
  period?: string
}

/** Asks for one run of a task; whichever scheduler looks first runs it, within seconds. */
export default class RequestScheduleRun {
  /**
   * @throws InvalidField for an unknown task, or a period that it does not have (yet)
   * @throws ScheduleRunExists unless that period's run has failed
   */
  async execute({ actor, ...input }: RunRequest): Promise<ScheduleRunRow> {
    const task = taskNamed(input.task)
    const period = periodOf(task, input.period)
    return write(async (trx) => {
      const rows = () =>
        trx.from('schedule_runs').where({ task: task.name, period_key: period.key })
      const isNew = await announce(task.name, period)
      const revived = { state: 'due', attempts: 0, finished_at: null }
      const isOurs = isNew || (await changedOne(rows().where({ state: 'failed' }), revived))
      if (!isOurs) throw new ScheduleRunExists()
      await recordAudit(trx, {
        actor,
        action: 'schedule_run.requested',
        subject: { type: 'task', id: task.name },
        after: { period: period.key, isRepeat: !isNew },
      })
      trx.after('commit', nudgeSchedulers)
      return rows().select(RUN_COLUMNS).firstOrFail()
    })
  }
}

function taskNamed(name: string): TaskEntry {
  const task = scheduledTasks.find((entry) => entry.name === name)
  if (!task) throw new InvalidField('task', 'exists', 'There is no scheduled task of that name')
  return task
}

function periodOf({ schedule }: TaskEntry, key?: string): Period {
  if (key === undefined) return newestPeriod(schedule, clock.now())
  const period = periodNamed(schedule, key)
  if (!period) {
    const example = newestPeriod(schedule, clock.now()).key
    throw new InvalidField('period', 'period', `This task has no such period; one is ${example}`)
  }
  if (period.dueAt > clock.now())
    throw new InvalidField('period', 'past', 'That period is not due yet')
  return period
}
