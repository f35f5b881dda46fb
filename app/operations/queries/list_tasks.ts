import { inject } from '@adonisjs/core'
import { describeSchedule, nextDueAt } from '#core/scheduler/periods'
import type { TaskEntry } from '#core/scheduler/task'
import { clock, toIso } from '#core/support/clock'
import ListScheduleRuns from '#operations/queries/list_schedule_runs'
import { scheduledTasks } from '#start/scheduler'

export interface TaskSummary {
  name: string
  schedule: string
  catchUp: TaskEntry['catchUp']
  nextRunAt: string
  lastRun: { period: string; state: string; finishedAt: string | null } | null
}

/** The tasks of start/scheduler.ts, when each is due next, and how it went last. */
@inject()
export default class ListTasks {
  constructor(private listScheduleRuns: ListScheduleRuns) {}

  async execute(): Promise<TaskSummary[]> {
    const newest = await this.listScheduleRuns.newest()
    return scheduledTasks.map(({ name, schedule, catchUp }) => {
      const run = newest.get(name)
      return {
        name,
        schedule: describeSchedule(schedule),
        catchUp,
        nextRunAt: toIso(nextDueAt(schedule, clock.now())),
        lastRun: run
          ? { period: run.period_key, state: run.state, finishedAt: toIso(run.finished_at) }
          : null,
      }
    })
  }
}
