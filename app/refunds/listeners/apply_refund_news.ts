import { TransactionalJob } from '#core/outbox/job'
import type GatewayRefundReported from '#payments/events/gateway_refund_reported'
import ApplyRefund from '#refunds/actions/apply_refund'

/** News of a refund, from a web hook or a poll; inside the transaction that brings it. */
export default class ApplyRefundNews extends TransactionalJob<GatewayRefundReported> {
  async run({ gateway, refund }: GatewayRefundReported) {
    await new ApplyRefund().execute({ gateway, refund })
  }
}
