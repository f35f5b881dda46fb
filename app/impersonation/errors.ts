/*
 * The refusals of app/impersonation.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** A request through a client's eyes would change something, or see what staff must not. */
export class ImpersonationReadOnly extends DomainError {
  static status = 403
  static code = 'E_IMPERSONATION_READ_ONLY'
  static message = 'Through the eyes of a client you can only look, and not at everything'
}

/** The token is unknown, or its impersonation has ended. */
export class ImpersonationOver extends DomainError {
  static status = 401
  static code = 'E_IMPERSONATION_OVER'
  static message = 'This impersonation has ended, or never was'
}

/** Staff, the caller included, are never impersonated. */
export class ImpersonationTarget extends DomainError {
  static status = 403
  static code = 'E_IMPERSONATION_TARGET'
  static message = 'Only clients and partners can be looked at this way'
}

/** The account is suspended, deleted, or otherwise not in use. */
export class ImpersonationTargetLocked extends DomainError {
  static status = 409
  static code = 'E_IMPERSONATION_TARGET_LOCKED'

  constructor(state: string) {
    super(`The account is ${state}: its owner sees nothing, so there is nothing to look at`, {
      state,
    })
  }
}

/** Each staff member has one impersonation at a time. */
export class ImpersonationOpen extends DomainError {
  static status = 409
  static code = 'E_IMPERSONATION_OPEN'

  constructor(sessionId: string) {
    super('You have an impersonation open: end it first', { sessionId })
  }
}

/** There is nothing to end, or to note something on. */
export class NoImpersonation extends DomainError {
  static status = 409
  static code = 'E_NO_IMPERSONATION'
  static message = 'You have no impersonation open'
}
