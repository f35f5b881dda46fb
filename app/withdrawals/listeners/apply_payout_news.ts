import { TransactionalJob } from '#core/outbox/job'
import type GatewayPayoutReported from '#payments/events/gateway_payout_reported'
import ApplyPayout from '#withdrawals/actions/apply_payout'

/** News of a payout, from a web hook or a poll; inside the transaction that brings it. */
export default class ApplyPayoutNews extends TransactionalJob<GatewayPayoutReported> {
  async run({ gateway, payout }: GatewayPayoutReported) {
    await new ApplyPayout().execute({ gateway, payout })
  }
}
