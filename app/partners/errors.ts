/*
 * The refusals of app/partners.
 */
import { errors as vineErrors } from '@vinejs/vine'
import { DomainError } from '#core/exceptions/domain_error'

/** The verification is already waiting, done, or the partner is suspended. */
export class VerificationNotOpen extends DomainError {
  static status = 409
  static code = 'E_VERIFICATION_NOT_OPEN'
  static message = 'A verification can be submitted by a draft or a rejected partner'
}

/** Somebody decided already, or there was nothing to decide. */
export class VerificationNotPending extends DomainError {
  static status = 409
  static code = 'E_VERIFICATION_NOT_PENDING'
  static message = 'This partner does not wait for a decision'
}

/** A partner shows at most so many pieces of work. */
export class PortfolioFull extends DomainError {
  static status = 409
  static code = 'E_PORTFOLIO_FULL'
  static message = 'A portfolio has at most 30 entries: remove one first'
}

/** Fields that a rule of the domain refuses, all at once, as the validator would say it. */
export function invalidFields(problems: { field: string; rule: string; message: string }[]) {
  return new vineErrors.E_VALIDATION_ERROR(problems)
}
