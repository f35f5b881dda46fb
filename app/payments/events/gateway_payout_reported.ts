import { DomainEvent } from '#core/outbox/job'
import type { GatewayName, GatewayPayout } from '#payments/gateways/gateway'

/**
 * A gateway told how a payout stands. A listener that does not know the withdrawal throws
 * GatewayObjectUnknown.
 */
export default class GatewayPayoutReported extends DomainEvent {
  static eventName = 'payments.gateway_payout_reported'

  constructor(
    public gateway: GatewayName,
    public payout: GatewayPayout
  ) {
    super()
  }
}
