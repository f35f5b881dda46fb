import { recordAudit } from '#audit/record'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import { lockCustomer } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'

interface Which {
  actor: Actor
  customerId: string
  /** all of them when absent */
  sessionId?: string
}

/** Staff log a client or partner out: of one device, or of all. */
export default class EndSessions {
  /**
   * @returns how many were ended
   * @throws NotFound, also for a session that is not this account's, or has ended
   */
  async execute({ actor, customerId, sessionId }: Which): Promise<number> {
    const ended = await write(async (trx) => {
      await lockCustomer(trx, customerId)
      if (sessionId && !(await isLive(trx, customerId, sessionId))) throw new NotFound()
      const which = sessionId ? { id: sessionId } : { user_id: customerId }
      const ids = await revokeSessions(trx, which, 'by_staff')
      await recordAudit(trx, {
        actor,
        action: 'customer.sessions_ended',
        subject: { type: 'user', id: customerId },
        after: { count: ids.length, ...(sessionId && { sessionId }) },
      })
      return ids
    })
    forgetSessions(ended)
    return ended.length
  }
}

async function isLive(trx: Transaction, userId: string, id: string): Promise<boolean> {
  const live = trx.from('sessions').where({ id, user_id: userId }).whereNull('revoked_at')
  return Boolean(await live.first())
}
