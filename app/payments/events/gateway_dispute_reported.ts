import { DomainEvent } from '#core/outbox/job'
import type { GatewayDispute, GatewayName } from '#payments/gateways/gateway'

/**
 * A gateway told of a charge-back. A listener that does not know the payment throws
 * GatewayObjectUnknown.
 */
export default class GatewayDisputeReported extends DomainEvent {
  static eventName = 'payments.gateway_dispute_reported'

  constructor(
    public gateway: GatewayName,
    public dispute: GatewayDispute
  ) {
    super()
  }
}
