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

/** A page of an origin that is none of ours wants its visitor logged in by cookies. */
export class ForeignPage extends DomainError {
  static status = 403
  static code = 'E_FOREIGN_PAGE'
  static message = 'Pages of this origin may not log anybody in by cookies'
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

/** A link that lifts the cap on wrong codes is unknown, used or expired. */
export class InvalidUnlockToken extends DomainError {
  static status = 422
  static code = 'E_INVALID_UNLOCK_TOKEN'
  static message = 'The link is not good any more'

  constructor() {
    super(undefined, { field: 'token', rule: 'token' })
  }
}

/** Too many second factors were tried at this account; the owner can lift it by a mailed link. */
export class SecondFactorLocked extends DomainError {
  static status = 429
  static code = 'E_SECOND_FACTOR_LOCKED'
  static message = 'Too many codes were tried at this account; wait, or use the link in the mail'

  /** @param retryAfter seconds until the next try counts */
  constructor(retryAfter: number) {
    super()
    this.retryAfter = retryAfter
  }
}

/** More codes than 5 an hour or 10 a day were asked for. */
export class CodesExhausted extends DomainError {
  static status = 429
  static code = 'E_CODES_EXHAUSTED'
  static message = 'Too many codes were sent; wait for an hour, or use another method'
  retryAfter = 3600
}

/** The code cannot be sent that way: see the methods of the log-in or of the step-up. */
export class MethodNotOffered extends DomainError {
  static status = 422
  static code = 'E_METHOD_NOT_OFFERED'
  static message = 'This account has no such method'

  constructor() {
    super(undefined, { field: 'method', rule: 'method' })
  }
}

/** The session has not shown for five minutes whose it is; `methods` says how it can. */
export class StepUpRequired extends DomainError {
  static status = 403
  static code = 'E_STEP_UP_REQUIRED'
  static message = 'Prove once more that it is you: POST /auth/step-up'

  constructor(methods: string[]) {
    super(undefined, { methods })
  }
}

/** An app is the second factor already: disable it first. */
export class SecondFactorOn extends DomainError {
  static status = 409
  static code = 'E_SECOND_FACTOR_ON'
  static message = 'An app is the second factor already: disable it before you set up another'
}

/** There is no second factor to disable, or none whose set-up waits for a code. */
export class SecondFactorOff extends DomainError {
  static status = 409
  static code = 'E_SECOND_FACTOR_OFF'
  static message = 'There is no second factor here: POST /user/enable-2fa begins one'
}

/** Somebody wants to change their own role, or suspend or deactivate themselves. */
export class OwnAccount extends DomainError {
  static status = 403
  static code = 'E_OWN_ACCOUNT'
  static message =
    'Nobody changes their own role, status or second factor this way: ask another senior admin'
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

/** This installation has no client at that provider. */
export class ProviderOff extends DomainError {
  static status = 404
  static code = 'E_PROVIDER_OFF'
  static message = 'Log-in with this provider is switched off here'
}

/** The provider of a log-in did not answer in time, or nothing that can be read. */
export class ProviderUnavailable extends DomainError {
  static status = 503
  static code = 'E_PROVIDER_UNAVAILABLE'
  static message = 'The provider does not answer; try again, or log in another way'
  retryAfter = 5
}

/** What came from the provider does not prove anything: forged, expired, for somebody else, used. */
export class OutsideProofRefused extends DomainError {
  static status = 401
  static code = 'E_OUTSIDE_PROOF_REFUSED'
  static message = 'The log-in at the provider cannot be believed: begin again'
}

/** The browser came back without the log-in that it had begun, too late, or a second time. */
export class OutsideLogInStale extends DomainError {
  static status = 400
  static code = 'E_OUTSIDE_LOG_IN_STALE'
  static message = 'This log-in was not begun in this browser, is over, or too old: begin again'
}

/** The provider does not say that the address is its owner's, so it opens and links nothing. */
export class AddressNotVerified extends DomainError {
  static status = 422
  static code = 'E_ADDRESS_NOT_VERIFIED'
  static message =
    'The provider does not vouch for an e-mail address of yours: sign up with one here'
}

/** A log-in in a terminal, where no account is made and none linked on the way. */
export class IdentityNotLinked extends DomainError {
  static status = 401
  static code = 'E_IDENTITY_NOT_LINKED'
  static message =
    'This account at the provider opens no account here: log in another way, then link it'
}

/** A challenge to link that is unknown, used, expired, somebody else's, or was tried too often. */
export class InvalidLinkChallenge extends DomainError {
  static status = 422
  static code = 'E_INVALID_LINK_CHALLENGE'
  static message = 'The challenge is not good any more: log in with the provider again'

  constructor() {
    super(undefined, { field: 'challenge', rule: 'challenge' })
  }
}

/** The account at the provider opens another account here. */
export class IdentityTaken extends DomainError {
  static status = 409
  static code = 'E_IDENTITY_TAKEN'
  static message = 'This account at the provider is linked to another account here'
}

/** Without this identity or number nobody could log in to the account any more. */
export class OnlyWayIn extends DomainError {
  static status = 409
  static code = 'E_ONLY_WAY_IN'
  static message = 'There is no other way into the account: add one first'
}

/** The number is this account's, and confirmed: there is nothing to do. */
export class NumberConfirmed extends DomainError {
  static status = 409
  static code = 'E_NUMBER_CONFIRMED'
  static message = 'This number is confirmed already'
}

/** Codes of the second factor go to the number: without it its owner is locked out. */
export class NumberIsSecondFactor extends DomainError {
  static status = 409
  static code = 'E_NUMBER_IS_SECOND_FACTOR'
  static message =
    'The number is the second factor of this account, whose holder has to turn it off first'
}
