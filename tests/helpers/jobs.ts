import db from '@adonisjs/lucid/services/db'
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
