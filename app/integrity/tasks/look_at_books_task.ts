import type { ScheduledTask } from '#core/scheduler/task'
import LookAtBooks from '#integrity/actions/look_at_books'

/** Recomputes every invariant; a difference stops withdrawals until it is gone. */
export default class LookAtBooksTask implements ScheduledTask {
  async run() {
    await new LookAtBooks().execute()
  }
}
