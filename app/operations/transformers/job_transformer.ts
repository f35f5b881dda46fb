import { BaseTransformer } from '@adonisjs/core/transformers'
import { clock, toIso } from '#core/support/clock'
import type { JobRow, JobState } from '#operations/queries/list_jobs'

/** A job, as staff see it. */
export default class JobTransformer extends BaseTransformer<JobRow> {
  toObject() {
    const job = this.resource
    return {
      id: job.id,
      name: job.name,
      queue: job.queue,
      state: stateOf(job),
      attempts: Number(job.attempts),
      payload: JSON.parse(job.payload) as Record<string, unknown>,
      lastError: job.last_error,
      requestId: job.request_id,
      availableAt: toIso(job.available_at),
      createdAt: toIso(job.created_at),
      doneAt: toIso(job.done_at),
      failedAt: toIso(job.dead_at),
    }
  }
}

function stateOf(job: JobRow): JobState {
  if (job.state === 'done') return 'done'
  if (job.state === 'dead') return 'failed'
  const now = clock.now()
  if (Number(job.lease_until) > now) return 'active'
  return Number(job.available_at) > now ? 'delayed' : 'waiting'
}
