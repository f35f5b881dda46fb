import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { removeFiles } from '#core/files/store'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock, DAY } from '#core/support/clock'

const BATCH = 200

/**
 * Removes the files of exports that are older than seven days. One whose job was killed at every try
 * counts as failed after a day, so that another can be asked for.
 */
export default class SweepExportsTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    while ((await expireSome(now)) === BATCH);
    await db
      .from('data_exports')
      .where('status', 'requested')
      .where('created_at', '<', now - DAY)
      .update({ status: 'failed', open_for: db.raw('id') })
  }
}

/** @returns how many */
function expireSome(now: number): Promise<number> {
  return write(async (trx) => {
    const over = await trx
      .from('data_exports')
      .where('status', 'ready')
      .where('expires_at', '<=', now)
      .orderBy('expires_at')
      .limit(BATCH)
      .select('id', 'file_id')
    const ids = over.map(({ id }) => id)
    await trx.from('data_exports').whereIn('id', ids).update({ status: 'expired', file_id: null })
    await removeFiles(
      trx,
      over.flatMap(({ file_id: fileId }) => fileId ?? [])
    )
    return over.length
  })
}
