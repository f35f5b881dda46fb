import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { clock } from '#core/support/clock'

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'done'] as const
export type JobState = (typeof JOB_STATES)[number]

/** A row of the outbox, as staff look at it. */
export interface JobRow {
  id: string
  name: string
  queue: string
  payload: string
  state: 'pending' | 'done' | 'dead'
  attempts: number
  available_at: number
  lease_until: number
  created_at: number
  done_at: number | null
  dead_at: number | null
  last_error: string | null
  request_id: string | null
}

export interface QueueCounts {
  queue: string
  waiting: number
  active: number
  delayed: number
  failed: number
}

interface JobFilters extends PageRequest {
  state?: JobState
  queue?: string
  name?: string
}

export const JOB_COLUMNS = [
  'id',
  'name',
  'queue',
  'payload',
  'state',
  'attempts',
  'available_at',
  'lease_until',
  'created_at',
  'done_at',
  'dead_at',
  'last_error',
  'request_id',
]

/** Jobs, newest first, and how many of each queue are unfinished. */
export default class ListJobs {
  async execute(filters: JobFilters): Promise<Page<JobRow> & { queues: QueueCounts[] }> {
    const query = db.from('outbox').select(JOB_COLUMNS)
    if (filters.queue) query.where('queue', filters.queue)
    if (filters.name) query.where('name', filters.name)
    if (filters.state) whereState(query, filters.state, clock.now())
    const page = await keysetPage<JobRow>(query, filters, [
      { column: 'id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { ...page, queues: await countQueues() }
  }
}

function whereState(query: ReturnType<typeof db.from>, state: JobState, now: number) {
  if (state === 'done') return query.where('state', 'done')
  if (state === 'failed') return query.where('state', 'dead')
  query.where('state', 'pending')
  if (state === 'active') return query.where('lease_until', '>', now)
  query.where('lease_until', '<=', now)
  return state === 'delayed'
    ? query.where('available_at', '>', now)
    : query.where('available_at', '<=', now)
}

/** Only of what is unfinished: the done ones are many, and tell nothing. */
export async function countQueues(): Promise<QueueCounts[]> {
  const now = clock.now()
  const rows = await db
    .from('outbox')
    .whereIn('state', ['pending', 'dead'])
    .groupBy('queue')
    .orderBy('queue')
    .select('queue')
    .select(
      countWhen(`state = 'dead'`, 'failed'),
      countWhen(`state = 'pending' AND lease_until > ${now}`, 'active'),
      countWhen(
        `state = 'pending' AND lease_until <= ${now} AND available_at > ${now}`,
        'delayed_jobs'
      ),
      countWhen(`state = 'pending' AND lease_until <= ${now} AND available_at <= ${now}`, 'waiting')
    )
  return rows.map((row) => ({
    queue: row.queue,
    waiting: Number(row.waiting),
    active: Number(row.active),
    delayed: Number(row.delayed_jobs),
    failed: Number(row.failed),
  }))
}

function countWhen(condition: string, name: string) {
  return db.raw(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`)
}
