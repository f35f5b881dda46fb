import { DomainError } from '#core/exceptions/domain_error'

/** The header is empty, longer than 255 characters, or not printable ASCII. */
export class IdempotencyKeyInvalid extends DomainError {
  static status = 400
  static code = 'E_IDEMPOTENCY_KEY_INVALID'
  static message = 'Idempotency-Key must be 1 to 255 printable ASCII characters'
}

/** A route that moves money was called without the header. */
export class IdempotencyKeyMissing extends DomainError {
  static status = 400
  static code = 'E_IDEMPOTENCY_KEY_MISSING'
  static message = 'This route needs an Idempotency-Key header'
}

/** The first request with this key is still running. */
export class IdempotencyKeyInUse extends DomainError {
  static status = 409
  static code = 'E_IDEMPOTENCY_KEY_IN_USE'
  static message = 'A request with this Idempotency-Key is still running'
  retryAfter = 1
}

/** The key was used before with another body. */
export class IdempotencyKeyReused extends DomainError {
  static status = 422
  static code = 'E_IDEMPOTENCY_KEY_REUSED'
  static message = 'This Idempotency-Key was used before with another request'
}
