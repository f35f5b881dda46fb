import { DomainEvent } from '#core/outbox/job'
import type { GatewayName, GatewayRefund } from '#payments/gateways/gateway'

/**
 * A gateway told how a refund stands, also one that was made there by hand. A listener that does not
 * know the refund or its payment throws GatewayObjectUnknown.
 */
export default class GatewayRefundReported extends DomainEvent {
  static eventName = 'payments.gateway_refund_reported'

  constructor(
    public gateway: GatewayName,
    public refund: GatewayRefund
  ) {
    super()
  }
}
