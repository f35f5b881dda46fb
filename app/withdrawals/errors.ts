/*
 * The refusals of app/withdrawals.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The withdrawal is not where this step begins: somebody decided, paid or failed it before. */
export class WithdrawalNotThere extends DomainError {
  static status = 409
  static code = 'E_WITHDRAWAL_STATE'

  constructor(state: string) {
    super(`The withdrawal is ${state}`, { state })
  }
}

/** Somebody of staff looks into the withdrawal: nobody approves it before it is let go. */
export class WithdrawalHeld extends DomainError {
  static status = 409
  static code = 'E_WITHDRAWAL_HELD'

  constructor(reason: string) {
    super('The withdrawal is held: it has to be released first', { reason })
  }
}

/** A partner has asked for money in this currency, and it is not settled yet. */
export class WithdrawalOpen extends DomainError {
  static status = 409
  static code = 'E_WITHDRAWAL_OPEN'
  static message = 'There is an open withdrawal in this currency: wait until it is settled'
}

/** Money is to leave for a partner who owes some of it for refunds since: reject the withdrawal. */
export class OwedSince extends DomainError {
  static status = 409
  static code = 'E_PARTNER_IN_DEBT'
  static message = 'The partner owes money for refunds since: reject it, and what is owed is repaid'
}

/** A partner owes money for refunds; the next sales repay it. */
export class PartnerInDebt extends DomainError {
  static status = 409
  static code = 'E_PARTNER_IN_DEBT'
  static message = 'Refunds took more than you had: the next sales repay it before you can withdraw'
}

/** A partner asks for money without having said where it goes. */
export class PayoutDetailsMissing extends DomainError {
  static status = 409
  static code = 'E_PAYOUT_DETAILS_MISSING'
  static message = 'Add your payout details to your profile first'
}

/** Money is to leave for a partner who is not approved (any more), or whose account is suspended. */
export class PartnerMayNotWithdraw extends DomainError {
  static status = 409
  static code = 'E_PARTNER_NOT_APPROVED'

  constructor(state: string) {
    super(`The partner is ${state}`, { state })
  }
}

/** Somebody approves what they asked for themselves, or approves twice. */
export class SecondPersonNeeded extends DomainError {
  static status = 409
  static code = 'E_SECOND_PERSON_NEEDED'
  static message = 'Another person has to do this'
}

/** A gateway pays this withdrawal out: its word counts, nobody types it in. */
export class PaidByGateway extends DomainError {
  static status = 409
  static code = 'E_PAID_BY_GATEWAY'

  constructor(gateway: string) {
    super(`${gateway} pays this withdrawal out and tells how it went`, { gateway })
  }
}

/** A bank's reference that stands at another withdrawal already. */
export class ReferenceTaken extends DomainError {
  static status = 409
  static code = 'E_REFERENCE_TAKEN'
  static message = 'Another withdrawal has this reference'
}

/** What a gateway tells of a payout is not what was asked of it: for people to look at. */
export class PayoutMismatch extends Error {}
