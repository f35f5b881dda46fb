import { DomainEvent } from '#core/outbox/job'

/** A client reviewed a delivered line. */
export default class ReviewPublished extends DomainEvent {
  static eventName = 'reviews.review_published'

  constructor(
    public reviewId: string,
    public partnerId: string
  ) {
    super()
  }
}
