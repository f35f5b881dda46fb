import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import CloseImpersonation from '#impersonation/actions/close_impersonation'
import { reasonToEnd, standings } from '#impersonation/services/standing'

/**
 * Ends what nobody uses any more: a request finds out by itself, but its log and its client should
 * not wait for one. There is at most one open for each member of staff.
 */
export default class CloseEndedTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    for (const one of await standings(db)) {
      const reason = reasonToEnd(one, now)
      if (reason) await new CloseImpersonation().execute(one, reason)
    }
  }
}
