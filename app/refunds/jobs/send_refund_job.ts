import { Job } from '#core/outbox/job'
import SendRefund from '#refunds/actions/send_refund'

/** Has the gateway give money back. */
export default class SendRefundJob extends Job<{ refundId: string }> {
  async handle({ refundId }: { refundId: string }) {
    await new SendRefund().execute({ refundId })
  }
}
