import type { Schedule } from '#core/scheduler/periods'

/** One run of a task for one period. */
export interface TaskRun {
  periodKey: string
  /** when the period was due, epoch ms */
  dueAt: number
  /** where an earlier, crashed run of this period had got to; null at the start */
  cursor: string | null
  /** Stores how far the run is and keeps its lease. @throws when another process took it over */
  save(cursor: string): Promise<void>
}

/** Periodic work. Files are `tasks/<what_it_does>_task.ts`; when they run stands in start/scheduler.ts. */
export interface ScheduledTask {
  run(run: TaskRun): Promise<void>
}

export interface TaskEntry {
  /** `<domain>.<what_it_does>` */
  name: string
  schedule: Schedule
  load: () => Promise<{ default: new () => ScheduledTask }>
  /** after a pause of the whole system: every missed period (at most 7, oldest first), or the newest */
  catchUp: 'each' | 'newest'
}
