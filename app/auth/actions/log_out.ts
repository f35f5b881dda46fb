import { recordAudit } from '#audit/record'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'

/** Ends one of the caller's own sessions: this one at log-out, another one from the list. */
export default class LogOut {
  /** @throws NotFound when the session is not the caller's, or has ended */
  async execute({ actor, sessionId }: { actor: Actor; sessionId: string }) {
    await write(async (trx) => {
      const own = await trx
        .from('sessions')
        .where({ id: sessionId, user_id: actor.id })
        .whereNull('revoked_at')
        .first()
      if (!own) throw new NotFound()
      await revokeSessions(trx, { id: sessionId }, 'logout')
      await recordAudit(trx, {
        actor,
        action: 'session.ended',
        subject: { type: 'user', id: actor.id },
        after: { sessionId },
      })
    })
    forgetSessions([sessionId])
  }
}
