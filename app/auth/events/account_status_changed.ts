import { DomainEvent } from '#core/outbox/job'
import type { Role } from '#core/actor'
import type { UserStatus } from '#users/models/user'

/**
 * A client's or partner's account was suspended, banned, or opened again. Recorded after the change,
 * in its transaction; all sessions of a closed account have ended by then.
 */
export default class AccountStatusChanged extends DomainEvent {
  static eventName = 'auth.account_status_changed'

  constructor(
    public userId: string,
    public role: Role,
    public status: UserStatus
  ) {
    super()
  }
}
