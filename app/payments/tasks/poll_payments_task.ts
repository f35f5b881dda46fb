import { pollDue } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import PollPayment from '#payments/actions/poll_payment'

/** Asks the gateways of payments that no web hook told the end of. */
export default class PollPaymentsTask implements ScheduledTask {
  run() {
    return pollDue('payments', 'payment', (paymentId) => new PollPayment().execute({ paymentId }))
  }
}
