import { DomainEvent } from '#core/outbox/job'

/** A client asks for offers. */
export default class InquirySubmitted extends DomainEvent {
  static eventName = 'inquiries.inquiry_submitted'

  constructor(public inquiryId: string) {
    super()
  }
}
