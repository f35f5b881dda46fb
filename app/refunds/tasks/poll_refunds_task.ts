import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import SendRefund from '#refunds/actions/send_refund'

const BATCH = 200

/** Asks the gateways about refunds that they have not settled: a web hook may be lost. */
export default class PollRefundsTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    for (;;) {
      // whoever is asked gets a later time, and so leaves the range
      const due: { id: string }[] = await db
        .from('refunds')
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
async function poll(refundId: string) {
  try {
    await new SendRefund().execute({ refundId })
  } catch (error) {
    logger.warn({ refund: refundId, err: String(error) }, 'refund could not be polled')
  }
}
