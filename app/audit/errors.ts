import { DomainError } from '#core/exceptions/domain_error'

/**
 * X-Dry-Run came with another value than 1, or on a request that is no write of staff, or that calls
 * a gateway.
 */
export class DryRunNotOffered extends DomainError {
  static status = 400
  static code = 'E_DRY_RUN_NOT_OFFERED'
  static message = 'X-Dry-Run: 1 is for writes of staff that call no gateway; nothing was done'
}

/** `subjectType` or `q` came without a filter that has an index, or more than 31 days were asked. */
export class FilterTooWide extends DomainError {
  static status = 422
  static code = 'E_FILTER_TOO_WIDE'
  static message = 'Add another filter, or since and until at most 31 days apart'
}
