import { dueRows } from '#core/scheduler/due_rows'
import type { ScheduledTask } from '#core/scheduler/task'
import ExpireLead from '#inquiries/actions/expire_lead'
import { UNANSWERED_LEAD } from '#inquiries/services/states'

/** Ends the leads whose partners kept silent; one transaction for each. */
export default class ExpireLeadsTask implements ScheduledTask {
  async run() {
    for (const status of UNANSWERED_LEAD)
      for await (const leadId of dueRows('leads', 'due_at', { status }))
        await new ExpireLead().execute({ leadId })
  }
}
