import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock, DAY } from '#core/support/clock'
import ExpireInquiry from '#inquiries/actions/expire_inquiry'
import { OPEN_INQUIRY, type InquiryStatus } from '#inquiries/services/states'

const BATCH = 200
/** since it was submitted, or since its newest quote */
const IDLE_LIFE = 30 * DAY

/** Ends the inquiries that nobody answered, or whose quotes nobody took, for thirty days. */
export default class ExpireInquiriesTask implements ScheduledTask {
  async run() {
    for (const status of OPEN_INQUIRY) await expireAll(status, clock.now() - IDLE_LIFE)
  }
}

/** An expired inquiry leaves the range, so each batch is the first one. */
async function expireAll(status: InquiryStatus, idleSince: number) {
  for (;;) {
    const idle: { id: string }[] = await db
      .from('inquiries')
      .where('status', status)
      .where('updated_at', '<=', idleSince)
      .orderBy('updated_at')
      .orderBy('id')
      .limit(BATCH)
      .select('id')
    if (idle.length === 0) return
    for (const { id } of idle) await new ExpireInquiry().execute({ inquiryId: id, idleSince })
  }
}
