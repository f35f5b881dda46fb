import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ScheduleRunRow } from '#operations/queries/list_schedule_runs'

/** One run of a scheduled task for one period. */
export default class ScheduleRunTransformer extends BaseTransformer<ScheduleRunRow> {
  toObject() {
    const run = this.resource
    return {
      task: run.task,
      period: run.period_key,
      state: run.state,
      attempts: Number(run.attempts),
      cursor: run.cursor,
      lastError: run.last_error,
      dueAt: toIso(run.due_at),
      startedAt: toIso(run.started_at),
      finishedAt: toIso(run.finished_at),
    }
  }
}
