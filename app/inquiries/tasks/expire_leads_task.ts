import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock } from '#core/support/clock'
import ExpireLead from '#inquiries/actions/expire_lead'
import { UNANSWERED_LEAD, type LeadStatus } from '#inquiries/services/states'

const BATCH = 200

/** Ends the leads whose partners kept silent; one transaction for each. */
export default class ExpireLeadsTask implements ScheduledTask {
  async run() {
    for (const status of UNANSWERED_LEAD) await expireAll(status, clock.now())
  }
}

async function expireAll(status: LeadStatus, now: number) {
  let last = { due_at: 0, id: '' }
  for (;;) {
    const due: (typeof last)[] = await db
      .from('leads')
      .where('status', status)
      .where('due_at', '<=', now)
      .where('due_at', '>=', last.due_at)
      .where((rest) =>
        rest
          .where('due_at', '>', last.due_at)
          .orWhere((same) => same.where('due_at', last.due_at).where('id', '>', last.id))
      )
      .orderBy('due_at')
      .orderBy('id')
      .limit(BATCH)
      .select('due_at', 'id')
    if (due.length === 0) return
    for (const { id } of due) await new ExpireLead().execute({ leadId: id })
    last = due.at(-1)!
  }
}
