import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export const RUN_STATES = ['due', 'running', 'done', 'failed'] as const
export type RunState = (typeof RUN_STATES)[number]

export interface ScheduleRunRow {
  task: string
  period_key: string
  due_at: number
  state: RunState
  attempts: number
  cursor: string | null
  last_error: string | null
  started_at: number | null
  finished_at: number | null
}

interface RunFilters extends PageRequest {
  task?: string
  state?: RunState
}

export const RUN_COLUMNS = [
  'task',
  'period_key',
  'due_at',
  'state',
  'attempts',
  'cursor',
  'last_error',
  'started_at',
  'finished_at',
].map((column) => `schedule_runs.${column}`)

/** Runs of the scheduled tasks, newest period first. */
export default class ListScheduleRuns {
  async execute(filters: RunFilters): Promise<Page<ScheduleRunRow>> {
    const query = db.from('schedule_runs').select(RUN_COLUMNS)
    if (filters.task) query.where('schedule_runs.task', filters.task)
    if (filters.state) query.where('schedule_runs.state', filters.state)
    return keysetPage<ScheduleRunRow>(query, filters, [
      { column: 'schedule_runs.due_at', direction: 'desc', valueOf: (row) => Number(row.due_at) },
      { column: 'schedule_runs.task', direction: 'desc', valueOf: (row) => row.task },
    ])
  }

  /** The newest run of each task, by its name. */
  async newest(): Promise<Map<string, ScheduleRunRow>> {
    const newest = db.from('schedule_runs').groupBy('task').select('task').max('due_at')
    const rows: ScheduleRunRow[] = await db
      .from('schedule_runs')
      .whereIn(['task', 'due_at'], newest)
      .select(RUN_COLUMNS)
    return new Map(rows.map((row) => [row.task, row]))
  }
}
