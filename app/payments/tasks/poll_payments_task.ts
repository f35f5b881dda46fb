import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import PollPayment from '#payments/actions/poll_payment'

const BATCH = 200

/** Asks the gateways of payments that no web hook told the end of. */
export default class PollPaymentsTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    for (;;) {
      const due: { id: string }[] = await db
        .from('payments')
        .where('poll_at', '<=', now)
        .orderBy('poll_at')
        .orderBy('id')
        .limit(BATCH)
        .select('id')
      if (due.length === 0) return
      // each is planned anew, or not at all: it leaves the range
      for (const { id } of due) await new PollPayment().execute({ paymentId: id })
    }
  }
}
