/*
 * The refusals of app/ledger.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** Somebody replaced the commission rules meanwhile: read them again, then decide. */
export class CommissionRulesStale extends DomainError {
  static status = 409
  static code = 'E_COMMISSION_RULES_STALE'

  constructor(version: number) {
    super('Somebody has changed the rules meanwhile: read them again', { version })
  }
}
