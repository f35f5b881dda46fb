import { DomainEvent } from '#core/outbox/job'

/** An inquiry ended because nothing happened to it for thirty days. */
export default class InquiryExpired extends DomainEvent {
  static eventName = 'inquiries.inquiry_expired'

  constructor(public inquiryId: string) {
    super()
  }
}
