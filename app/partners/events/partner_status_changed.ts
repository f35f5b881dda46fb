import { DomainEvent } from '#core/outbox/job'

/**
 * A partner may trade now, or not any more: approved, rejected, suspended, or the account behind it
 * was closed or opened again. Recorded after the change, in its transaction.
 */
export default class PartnerStatusChanged extends DomainEvent {
  static eventName = 'partners.partner_status_changed'

  constructor(public partnerId: string) {
    super()
  }
}
