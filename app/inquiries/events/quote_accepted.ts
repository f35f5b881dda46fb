import { DomainEvent } from '#core/outbox/job'

/** A client accepted a partner's quote: all that an order for it needs. */
export default class QuoteAccepted extends DomainEvent {
  static eventName = 'inquiries.quote_accepted'

  constructor(
    public inquiryId: string,
    public leadId: string,
    public clientId: string,
    public partnerId: string,
    public categoryId: string,
    public title: string,
    public amount: number,
    public currency: string,
    /** YYYY-MM-DD, when the client named a day */
    public wantedOn: string | null,
    /** where the client accepted from: it may decide on the tax */
    public clientIp: string
  ) {
    super()
  }
}
