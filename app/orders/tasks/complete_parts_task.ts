import { dueRows } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import CompletePart from '#orders/actions/complete_part'

/** Completes delivered parts whose hold is over; one transaction for each. */
export default class CompletePartsTask implements ScheduledTask {
  async run() {
    for await (const partId of dueRows('partner_orders', 'completes_at', { status: 'delivered' }))
      await new CompletePart().execute(partId)
  }
}
