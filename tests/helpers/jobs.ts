import db from '@adonisjs/lucid/services/db'
import { jobs } from '#generated/jobs'
import type { Job } from '#core/outbox/job'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

/** Writes a row of the outbox as it stands after some history; its queue is nobody's. */
export async function plantJob(values: Record<string, unknown> = {}): Promise<string> {
  const id = newId('job')
  const now = clock.now()
  await db.table('outbox').insert({
    id,
    name: 'notifications.send_email',
    queue: 'planted',
    payload: JSON.stringify({ emailLogId: newId('emailLog') }),
    dedupe_key: id,
    state: 'pending',
    available_at: now,
    attempts: 0,
    lease_until: 0,
    created_at: now,
    ...values,
  })
  return id
}

export async function jobRow(id: string) {
  return db.from('outbox').where({ id }).firstOrFail()
}

type AnyJob = new () => Job<any>

/**
 * Lets a real job's name run a class of the test's own.
 *
 * @returns how to put the real one back
 */
export function standInFor(name: 'SendEmail' | 'SendSms', StandIn: AnyJob): () => void {
  const barrel = jobs.notifications as Record<string, () => Promise<{ default: AnyJob }>>
  const real = barrel[name]
  barrel[name] = async () => ({ default: StandIn })
  return () => (barrel[name] = real)
}
