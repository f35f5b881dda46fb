import { DomainEvent } from '#core/outbox/job'

/** A withdrawal went on: staff decided, or the bank or gateway did. */
export default class WithdrawalDecided extends DomainEvent {
  static eventName = 'withdrawals.withdrawal_decided'

  constructor(
    public withdrawalId: string,
    public status: 'approved' | 'rejected' | 'paid' | 'failed'
  ) {
    super()
  }
}
