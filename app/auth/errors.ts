/*
 * The refusals of app/auth. None of them tells whether an account exists.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** Unknown account, wrong password, or an account that may not log in: all look the same. */
export class InvalidCredentials extends DomainError {
  static status = 401
  static code = 'E_INVALID_CREDENTIALS'
  static message = 'The log-in or the password is not right'
}

/** A wrong, used, voided or expired code, or too many tries at it. */
export class InvalidCode extends DomainError {
  static status = 422
  static code = 'E_INVALID_CODE'
  static message = 'The code is not right, or no longer good'

  constructor() {
    super(undefined, { field: 'code', rule: 'code' })
  }
}

/** A refresh token that is unknown, expired, of an ended session, or was stolen. */
export class InvalidRefreshToken extends DomainError {
  static status = 401
  static code = 'E_INVALID_REFRESH_TOKEN'
  static message = 'The refresh token is not good any more: log in again'
}

/** A reset link that is unknown, used or expired. */
export class InvalidResetToken extends DomainError {
  static status = 422
  static code = 'E_INVALID_RESET_TOKEN'
  static message = 'The link is not good any more: ask for a new one'

  constructor() {
    super(undefined, { field: 'token', rule: 'token' })
  }
}

/** Somebody wants to change their own role, or suspend or deactivate themselves. */
export class OwnAccount extends DomainError {
  static status = 403
  static code = 'E_OWN_ACCOUNT'
  static message = 'Nobody changes their own role or status: ask another senior admin'
}

/** The change would leave nobody who may do everything. */
export class LastSeniorAdmin extends DomainError {
  static status = 409
  static code = 'E_LAST_SENIOR_ADMIN'
  static message = 'This is the last active senior admin: make another one first'
}

/** The header is empty, longer than 500 characters, or cannot be decoded. */
export class ReasonInvalid extends DomainError {
  static status = 400
  static code = 'E_REASON_INVALID'
  static message =
    'X-Reason must be 1 to 500 characters on one line, percent-encoded (UTF-8) where not plain ASCII'
}

/** The account is in a state that does not lead to the wanted one; `state` says in which. */
export class AccountNotThere extends DomainError {
  static status = 409
  static code = 'E_ACCOUNT_STATE'

  constructor(state: string) {
    super(`The account is ${state}`, { state })
  }
}
