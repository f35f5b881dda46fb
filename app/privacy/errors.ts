/*
 * Why an export is not made, or an account not erased.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** Something is open between the account and others; each matter says what to do about it. */
export class OpenMatters extends DomainError {
  static status = 409
  static code = 'E_OPEN_MATTERS'

  constructor(open: { matter: string; count: number; advice: string }[]) {
    const advice = open.map((one) => `${one.count} ${one.matter}: ${one.advice}`)
    super(`Something is still open. ${advice.join('. ')}`, { open })
  }
}

/** Staff accounts are ended by those who manage staff, and keep their names in the audit trail. */
export class StaffAccountStays extends DomainError {
  static status = 409
  static code = 'E_STAFF_ACCOUNT'
  static message = 'A staff account is ended by those who manage staff: PUT /admin/users/:userId'
}

/** Exports are costly: ten a day. */
export class TooManyExports extends DomainError {
  static status = 429
  static code = 'E_TOO_MANY_REQUESTS'
  static message = 'Your data were exported ten times today: come back tomorrow'
}

/** The export is still being made, has failed, or its file is gone after seven days. */
export class ExportNotReady extends DomainError {
  static status = 409
  static code = 'E_EXPORT_NOT_READY'

  constructor(status: string) {
    super(`There is no file: the export is ${status}`, { state: status })
  }
}
