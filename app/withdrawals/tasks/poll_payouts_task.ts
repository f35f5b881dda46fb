import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import PayOut from '#withdrawals/actions/pay_out'

const BATCH = 200

/** Asks the gateways about payouts that they have not settled: a web hook may be lost. */
export default class PollPayoutsTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    for (;;) {
      // whoever is asked gets a later time, and so leaves the range
      const due: { id: string }[] = await db
        .from('withdrawals')
        .where('poll_at', '<=', now)
        .orderBy('poll_at')
        .orderBy('id')
        .limit(BATCH)
        .select('id')
      if (due.length === 0) return
      for (const { id } of due) await poll(id)
    }
  }
}

/** One that fails does not hold up the others; it comes again at its next time. */
async function poll(withdrawalId: string) {
  try {
    await new PayOut().execute({ withdrawalId })
  } catch (error) {
    logger.warn({ withdrawal: withdrawalId, err: String(error) }, 'payout could not be polled')
  }
}
