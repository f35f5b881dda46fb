import { pollDue } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import PayOut from '#withdrawals/actions/pay_out'

/** Asks the gateways about payouts that they have not settled: a web hook may be lost. */
export default class PollPayoutsTask implements ScheduledTask {
  run() {
    return pollDue('withdrawals', 'withdrawal', (withdrawalId) =>
      new PayOut().execute({ withdrawalId })
    )
  }
}
