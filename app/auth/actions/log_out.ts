import { recordAudit } from '#audit/record'
import { forgetRemembered } from '#auth/services/known_devices'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'

/** Ends one of the caller's own sessions: this one at log-out, another one from the list. */
export default class LogOut {
  /**
   * @param input.isDistrusted its device has to show the second factor at its next log-in, whatever
   *   was remembered there
   * @throws NotFound when the session is not the caller's, or has ended
   */
  async execute(input: { actor: Actor; sessionId: string; isDistrusted?: boolean }) {
    const { actor, sessionId, isDistrusted = false } = input
    await write(async (trx) => {
      const own = await trx
        .from('sessions')
        .where({ id: sessionId, user_id: actor.id })
        .whereNull('revoked_at')
        .first()
      if (!own) throw new NotFound()
      await revokeSessions(trx, { id: sessionId }, 'logout')
      if (isDistrusted) await forgetRemembered(trx, actor.id, { session: sessionId })
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
