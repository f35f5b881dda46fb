import { TransactionalJob } from '#core/outbox/job'
import type GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import ApplyDispute from '#refunds/actions/apply_dispute'

/** News of a charge-back; inside the transaction that brings it. */
export default class ApplyDisputeNews extends TransactionalJob<GatewayDisputeReported> {
  async run({ gateway, dispute }: GatewayDisputeReported) {
    await new ApplyDispute().execute({ gateway, dispute })
  }
}
