/*
 * The refusals of app/clients.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The account has a phone number only: there is nowhere to mail to. */
export class NoEmailAddress extends DomainError {
  static status = 409
  static code = 'E_NO_EMAIL_ADDRESS'
  static message = 'The account has no e-mail address'
}

/** So many mails went to this account in this hour or day that one more would be a nuisance. */
export class TooManyMails extends DomainError {
  static status = 429
  static code = 'E_TOO_MANY_MAILS'
  static message = 'This account has been sent enough mails for now: try again later'
}

/** The address was confirmed before. */
export class AlreadyVerified extends DomainError {
  static status = 409
  static code = 'E_ALREADY_VERIFIED'
  static message = 'The address is confirmed already'
}

/** So many notes on one person help nobody any more. */
export class TooManyNotes extends DomainError {
  static status = 409
  static code = 'E_TOO_MANY_NOTES'
  static message = 'There are 1,000 notes on this account: remove some first'
}
