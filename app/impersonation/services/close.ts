import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import type { EndReason } from '#impersonation/services/standing'
import { addToFeed } from '#notifications/services/messages'

interface Open {
  id: string
  client_id: string
}

/**
 * Ends an open impersonation and tells the client, who learns of every look when it is over.
 * An expired one ended when its time was over, whenever that is found.
 *
 * @param actor who ends it; null when it ends by itself
 * @returns false when it was over before
 */
export async function close(
  trx: Transaction,
  { id, client_id: clientId }: Open,
  endReason: EndReason,
  actor: Actor | null
): Promise<boolean> {
  const row = await trx.from('impersonations').where({ id }).firstOrFail()
  const endedAt = Math.min(clock.now(), Number(row.expires_at))
  const open = trx.from('impersonations').where({ id }).whereNotNull('open_staff_id')
  const values = { ended_at: endedAt, end_reason: endReason, open_staff_id: null }
  if (!(await changedOne(open, values))) return false

  const staff = await trx.from('users').where({ id: row.staff_id }).select('name').firstOrFail()
  const minutes = Math.max(1, Math.round((endedAt - Number(row.started_at)) / MINUTE))
  await recordAudit(trx, {
    actor,
    action: 'impersonation.ended',
    subject: { type: 'user', id: clientId },
    after: { impersonationId: id, endReason },
  })
  await addToFeed(trx, {
    userId: clientId,
    kind: 'account_viewed',
    title: 'Our team looked at your account',
    body: `${staff.name} saw it as you see it for ${minutes} min and could change nothing. Why: ${row.reason}`,
    subjectId: id,
  })
  return true
}

/** Ends whoever looks through the eyes of an account that is closed or erased. */
export async function closeAllOf(trx: Transaction, clientId: string) {
  const open: Open[] = await trx
    .from('impersonations')
    .where({ client_id: clientId })
    .whereNotNull('open_staff_id')
    .select('id', 'client_id')
  for (const one of open) await close(trx, one, 'client_changed', null)
}
