import { DomainEvent } from '#core/outbox/job'

/** Somebody confirmed an address and has an account now. */
export default class UserRegistered extends DomainEvent {
  static eventName = 'users.user_registered'

  constructor(
    public userId: string,
    public role: 'client' | 'partner',
    /** what a partner's business is called; the person's name when none was given */
    public businessName: string
  ) {
    super()
  }
}
