import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { clock } from '#core/support/clock'

/** A device as the table has it; times are epoch ms. */
export interface KnownDeviceRow {
  id: string
  name: string | null
  remembered_until: number | string | null
  last_seen_at: number | string
  created_at: number | string
  /** the caller's own session was opened there */
  isCurrent: boolean
}

/** The devices that know an account, the latest first; at most a hundred. */
export default class ListKnownDevices {
  async execute(actor: Actor): Promise<KnownDeviceRow[]> {
    const session = await db
      .from('sessions')
      .where('id', actor.sessionId)
      .select('device_id')
      .first()
    const rows = await db
      .from('known_devices')
      .where({ user_id: actor.id })
      .where('expires_at', '>', clock.now())
      .orderBy('id', 'desc')
      .limit(100)
      .select('id', 'name', 'remembered_until', 'last_seen_at', 'created_at')
    return rows.map((row) => ({ ...row, isCurrent: row.id === session?.device_id }))
  }
}
