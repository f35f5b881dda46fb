import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { clock, DAY } from '#core/support/clock'

const BATCH = 500

/**
 * Takes out what has served: old codes, and messages to people without an account (30 days), finished
 * jobs and runs (14), expired idempotency keys, tokens and counters, devices not seen for half a year.
 * In batches, so that no statement holds many locks.
 */
export default class SweepTask implements ScheduledTask {
  async run() {
    const now = clock.now()
    await sweep('challenges', 'id', (rows) => rows.where('created_at', '<', now - 30 * DAY))
    // somebody began to register and never finished, or was written to because of somebody who did
    for (const table of ['email_logs', 'sms_logs'])
      await sweep(table, 'id', (rows) =>
        rows.whereNull('user_id').where('created_at', '<', now - 30 * DAY)
      )
    await sweep('outbox', 'id', (rows) =>
      rows.where('state', 'done').where('available_at', '<', now - 14 * DAY)
    )
    await sweep('idempotency_keys', 'id', (rows) => rows.where('expires_at', '<', now))
    await sweep('refresh_tokens', 'token_hash', (rows) => rows.where('expires_at', '<', now))
    await sweep('known_devices', 'token_hash', (rows) => rows.where('expires_at', '<', now))
    await sweep('used_id_tokens', 'token_hash', (rows) => rows.where('expires_at', '<', now))
    await db.from('usage_counters').where('expires_at', '<', now).delete()
    await db
      .from('schedule_runs')
      .where('due_at', '<', now - 14 * DAY)
      .where('finished_at', '<', now - 14 * DAY)
      .delete()
  }
}

type Narrow = (rows: ReturnType<typeof db.from>) => ReturnType<typeof db.from>

async function sweep(table: string, key: string, narrow: Narrow) {
  for (;;) {
    const rows = await narrow(db.from(table)).select(key).limit(BATCH)
    if (rows.length === 0) return
    await db
      .from(table)
      .whereIn(
        key,
        rows.map((row) => row[key])
      )
      .delete()
  }
}
