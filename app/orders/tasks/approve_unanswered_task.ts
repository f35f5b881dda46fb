import { dueRows } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import ApproveUnanswered from '#orders/actions/approve_unanswered'

/** Approves the work that its client did not answer in time; one transaction for each. */
export default class ApproveUnansweredTask implements ScheduledTask {
  async run() {
    for await (const partId of dueRows('partner_orders', 'approves_at', { status: 'submitted' }))
      await new ApproveUnanswered().execute(partId)
  }
}
