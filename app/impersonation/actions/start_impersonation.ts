import { recordAudit } from '#audit/record'
import { isStaffRole, type Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import {
  ImpersonationOpen,
  ImpersonationTarget,
  ImpersonationTargetLocked,
} from '#impersonation/errors'
import { close } from '#impersonation/services/close'
import { LIFE_MINUTES, reasonToEnd, standings } from '#impersonation/services/standing'
import { markOf, newToken } from '#impersonation/services/tokens'

export interface StartedImpersonation {
  id: string
  /** shown this once */
  token: string
  /** epoch ms */
  expiresAt: number
  client: { id: string; name: string; role: string }
}

interface StartInput {
  actor: Actor
  customerId: string
  /** the client reads it, too */
  reason: string
  /** how long at most; 1 to 30 */
  minutes?: number
}

/** A member of staff begins to look through the eyes of a client or a partner. */
export default class StartImpersonation {
  /**
   * @throws NotFound when there is no such account
   * @throws ImpersonationTarget (403) when it is a staff account
   * @throws ImpersonationTargetLocked (409) when it is not active
   * @throws ImpersonationOpen (409) when the actor has one open
   */
  async execute(input: StartInput): Promise<StartedImpersonation> {
    const { actor, customerId, reason, minutes = LIFE_MINUTES } = input
    const { token, hash } = newToken()
    return write(async (trx) => {
      const client = await accountOf(trx, customerId)
      if (!client) throw new NotFound()
      if (isStaffRole(client.role)) throw new ImpersonationTarget()
      if (client.status !== 'active') throw new ImpersonationTargetLocked(client.status)
      const staff = (await accountOf(trx, actor.id))!
      await closeStale(trx, actor.id)

      const now = clock.now()
      const id = newId('impersonation')
      const expiresAt = now + minutes * MINUTE
      const isOnly = await insertedOnce(trx, 'impersonations', {
        id,
        staff_id: actor.id,
        staff_session_id: actor.sessionId,
        client_id: client.id,
        reason,
        token_hash: hash,
        staff_mark: markOf(staff),
        client_mark: markOf(client),
        open_staff_id: actor.id,
        started_at: now,
        expires_at: expiresAt,
      })
      if (!isOnly) throw new ImpersonationOpen(await openIdOf(trx, actor.id))
      await recordAudit(trx, {
        actor,
        action: 'impersonation.started',
        subject: { type: 'user', id: client.id },
        after: { impersonationId: id },
        reason,
      })
      return { id, token, expiresAt, client }
    })
  }
}

function accountOf(trx: Transaction, id: string) {
  return trx
    .from('users')
    .where({ id })
    .select('id', 'name', 'role', 'status', 'password_hash')
    .first()
}

/** One that is over without anybody having noticed holds up nobody. */
async function closeStale(trx: Transaction, staffId: string) {
  const open = await standings(trx).where('impersonations.open_staff_id', staffId).first()
  const reason = open && reasonToEnd(open, clock.now())
  if (reason) await close(trx, open, reason, null)
}

async function openIdOf(trx: Transaction, staffId: string): Promise<string> {
  const open = await trx
    .from('impersonations')
    .where({ open_staff_id: staffId })
    .select('id')
    .firstOrFail()
  return open.id
}
