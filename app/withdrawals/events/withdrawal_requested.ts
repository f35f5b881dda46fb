import { DomainEvent } from '#core/outbox/job'

/** A partner asks for money. */
export default class WithdrawalRequested extends DomainEvent {
  static eventName = 'withdrawals.withdrawal_requested'

  public status = 'requested' as const

  constructor(public withdrawalId: string) {
    super()
  }
}
