/*
 * The refusals of app/ledger.
 */
import { DomainError } from '#core/exceptions/domain_error'
import type { AccountKind } from '#ledger/accounts'

/** A posting would take more out of an account than is in it. */
export class InsufficientFunds extends DomainError {
  static status = 409
  static code = 'E_INSUFFICIENT_FUNDS'

  constructor(account: AccountKind) {
    super('There is not that much to take', { account })
  }
}

/** Somebody replaced the commission rules meanwhile: read them again, then decide. */
export class CommissionRulesStale extends DomainError {
  static status = 409
  static code = 'E_COMMISSION_RULES_STALE'

  constructor(version: number) {
    super('Somebody has changed the rules meanwhile: read them again', { version })
  }
}

/** The books do not add up: money leaves again once that is mended. */
export class BooksUnsound extends DomainError {
  static status = 503
  static code = 'E_BOOKS_UNSOUND'
  static message = 'Withdrawals are stopped while the books are being checked'
  retryAfter = 300
}
