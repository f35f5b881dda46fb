import { BaseTransformer } from '@adonisjs/core/transformers'
import type Session from '#auth/models/session'
import { toIso } from '#core/support/clock'

/** One device, as its owner sees it. */
export default class SessionTransformer extends BaseTransformer<Session> {
  constructor(
    session: Session,
    private currentSessionId: string
  ) {
    super(session)
  }

  toObject() {
    const session = this.resource
    return {
      ...this.pick(session, ['id', 'userAgent', 'ip', 'transport']),
      isCurrent: session.id === this.currentSessionId,
      lastSeenAt: toIso(session.lastSeenAt),
      createdAt: toIso(session.createdAt),
    }
  }
}
