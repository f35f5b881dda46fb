import db from '@adonisjs/lucid/services/db'
import ChangeAccountStatus from '#auth/actions/change_account_status'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'

const BATCH = 200

/** Opens the accounts again whose suspension had an end, and has reached it. */
export default class LiftSuspensionsTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    const change = new ChangeAccountStatus()
    for (;;) {
      const due: { id: string }[] = await db
        .from('users')
        .where('status', 'suspended')
        .where('suspended_until', '<=', now)
        // staff have no end in their suspension; one that had is none of ours
        .whereIn('role', ['client', 'partner'])
        .orderBy('suspended_until')
        .orderBy('id')
        .limit(BATCH)
        .select('id')
      // a lifted one leaves the range, so each batch is the first one
      if (due.length === 0) return
      for (const { id } of due) await change.lift({ userId: id, now })
    }
  }
}
