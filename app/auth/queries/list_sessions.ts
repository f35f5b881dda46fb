import Session from '#auth/models/session'
import { clock } from '#core/support/clock'

/** A user's live sessions, newest first; at most a hundred. */
export default class ListSessions {
  async execute(userId: string): Promise<Session[]> {
    const now = clock.now()
    return Session.query()
      .where('userId', userId)
      .whereNull('revokedAt')
      .where('idleExpiresAt', '>', now)
      .where('absoluteExpiresAt', '>', now)
      .orderBy('id', 'desc')
      .limit(100)
  }
}
