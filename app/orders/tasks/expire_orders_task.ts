import { dueRows } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import ExpireOrder from '#orders/actions/expire_order'

/** Ends the orders that nobody paid in time; one transaction for each. */
export default class ExpireOrdersTask implements ScheduledTask {
  async run() {
    for await (const orderId of dueRows('orders', 'expires_at', { status: 'awaiting_payment' }))
      await new ExpireOrder().execute(orderId)
  }
}
