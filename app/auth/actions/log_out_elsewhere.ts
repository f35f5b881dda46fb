import { recordAudit } from '#audit/record'
import { forgetRemembered } from '#auth/services/known_devices'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'

/** Ends all of the caller's own sessions but this one; their devices have to show the second factor again. */
export default class LogOutElsewhere {
  /** @returns how many were ended */
  async execute({ actor }: { actor: Actor }): Promise<number> {
    const { id: userId, sessionId } = actor
    const ended = await write(async (trx) => {
      const ids = await revokeSessions(trx, { user_id: userId }, 'logout', sessionId)
      await forgetRemembered(trx, userId, { exceptSession: sessionId })
      await recordAudit(trx, {
        actor,
        action: 'session.others_ended',
        subject: { type: 'user', id: userId },
        after: { count: ids.length },
      })
      return ids
    })
    forgetSessions(ended)
    return ended.length
  }
}
