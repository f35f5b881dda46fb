import { Exception } from '@adonisjs/core/exceptions'

export interface ErrorDetail {
  code: string
  message: string
  field?: string
  rule?: string
  [extra: string]: unknown
}

/**
 * A refusal that the caller can understand and act on. Each domain lists its own in `errors.ts`, as
 * classes with a static `status` and `code` and a sentence saying when. The handler prints them in
 * the one error envelope; `details` are extra members of that envelope's entry.
 */
export class DomainError extends Exception {
  details: Record<string, unknown> = {}
  /** seconds for the Retry-After header, where trying again makes sense */
  retryAfter?: number

  constructor(message?: string, details: Record<string, unknown> = {}) {
    super(message)
    this.details = details
  }
}
