/*
 * The refusals of app/inquiries.
 */
import { DomainError } from '#core/exceptions/domain_error'
import { clock, DAY, SECOND } from '#core/support/clock'

/** The inquiry was accepted, closed or expired meanwhile. */
export class InquiryNotOpen extends DomainError {
  static status = 409
  static code = 'E_INQUIRY_NOT_OPEN'

  constructor(state: string) {
    super(`The inquiry is ${state}`, { state })
  }
}

/** The lead was answered, ended or has expired meanwhile. */
export class LeadNotOpen extends DomainError {
  static status = 409
  static code = 'E_LEAD_NOT_OPEN'

  constructor(state: string) {
    super(`The lead is ${state}`, { state })
  }
}

/** A client accepts a lead that has no quote, or none any more. */
export class LeadNotQuoted extends DomainError {
  static status = 409
  static code = 'E_LEAD_NOT_QUOTED'

  constructor(state: string) {
    super(`The lead is ${state}: only a quote can be accepted`, { state })
  }
}

/** A partner who is not approved (any more) answers a lead, or is to be engaged. */
export class PartnerNotApproved extends DomainError {
  static status = 409
  static code = 'E_PARTNER_NOT_APPROVED'

  constructor(state: string) {
    super(`The partner is ${state}`, { state })
  }
}

/** A client has submitted as many inquiries today (UTC) as one may. */
export class TooManyInquiries extends DomainError {
  static status = 429
  static code = 'E_TOO_MANY_INQUIRIES'
  static message = 'You have submitted as many inquiries as one may in a day'

  constructor() {
    super()
    this.retryAfter = Math.ceil((DAY - (clock.now() % DAY)) / SECOND)
  }
}
