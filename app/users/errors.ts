/*
 * The refusals of app/users.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The address book has its most entries already. */
export class AddressBookFull extends DomainError {
  static status = 409
  static code = 'E_ADDRESS_BOOK_FULL'
  static message = 'An address book has at most 50 addresses: remove one first'
}

/** The step before has not been completed, or something of this one is missing. */
export class OnboardingStepNotReady extends DomainError {
  static status = 409
  static code = 'E_ONBOARDING_STEP_NOT_READY'

  constructor(missing: string[]) {
    super(`Missing before this step is complete: ${missing.join(', ')}`, { missing })
  }
}
