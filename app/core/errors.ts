/*
 * Refusals that belong to no single domain. Domains have an errors.ts of their own.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** The object does not exist, or it is not the caller's: both look the same. */
export class NotFound extends DomainError {
  static status = 404
  static code = 'E_NOT_FOUND'
  static message = 'There is no such object'
}

/** The caller is logged in but may not do this. */
export class Forbidden extends DomainError {
  static status = 403
  static code = 'E_FORBIDDEN'
  static message = 'You are not allowed to do this'
}

/** No valid access token came with the request. */
export class Unauthenticated extends DomainError {
  static status = 401
  static code = 'E_UNAUTHENTICATED'
  static message = 'Log in first'
}

/** A conditional statement found another state than the one it needs. */
export class StateConflict extends DomainError {
  static status = 409
  static code = 'E_STATE_CONFLICT'
  static message = 'The object is in a state that does not allow this'
}

/** A cursor that this list did not hand out. */
export class InvalidCursor extends DomainError {
  static status = 400
  static code = 'E_INVALID_CURSOR'
  static message = 'The cursor is not one that this list handed out'
}

/** The database (or another part the request cannot do without) is away or too busy. */
export class ServiceUnavailable extends DomainError {
  static status = 503
  static code = 'E_SERVICE_UNAVAILABLE'
  static message = 'The service is busy or down for a moment; try again'
  retryAfter = 2
}

/** More requests than the limit allows; Retry-After says when the next one counts. */
export class TooManyRequests extends DomainError {
  static status = 429
  static code = 'E_TOO_MANY_REQUESTS'
  static message = 'Too many requests; wait a moment'
}

/** The body has another content type than this route reads. */
export class UnsupportedMediaType extends DomainError {
  static status = 415
  static code = 'E_UNSUPPORTED_MEDIA_TYPE'
  static message = 'This route does not read bodies of that type'
}

/** The body is larger or deeper than allowed. */
export class BodyTooLarge extends DomainError {
  static status = 413
  static code = 'E_REQUEST_ENTITY_TOO_LARGE'
  static message = 'The body is too large'
}

/** The body (or address) cannot be read at all. */
export class MalformedRequest extends DomainError {
  static status = 400
  static code = 'E_MALFORMED_REQUEST'
  static message = 'The request cannot be read'
}

/** A rule about the values themselves that needs the database to be decided; names the field. */
export class InvalidField extends DomainError {
  static status = 422
  static code = 'E_VALIDATION_ERROR'

  constructor(field: string, rule: string, message: string) {
    super(message, { field, rule })
  }
}
