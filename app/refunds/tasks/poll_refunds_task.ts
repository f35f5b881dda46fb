import { pollDue } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import SendRefund from '#refunds/actions/send_refund'

/** Asks the gateways about refunds that they have not settled: a web hook may be lost. */
export default class PollRefundsTask implements ScheduledTask {
  run() {
    return pollDue('refunds', 'refund', (refundId) => new SendRefund().execute({ refundId }))
  }
}
