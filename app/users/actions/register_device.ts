import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import Device from '#users/models/device'

/** the oldest of more than so many devices is forgotten */
const MOST_DEVICES = 20

export interface NewDevice {
  actor: Actor
  platform: 'ios' | 'android' | 'web'
  pushToken: string
}

/**
 * Registers a push token. A token names one device, so one that was known moves to whoever uses the
 * device now.
 */
export default class RegisterDevice {
  async execute({ actor, platform, pushToken }: NewDevice): Promise<Device> {
    return write(async (trx) => {
      const now = clock.now()
      const row = { user_id: actor.id, platform, updated_at: now }
      const isNew = { id: newId('device'), push_token: pushToken, created_at: now, ...row }
      if (!(await insertedOnce(trx, 'devices', isNew)))
        await trx.from('devices').where({ push_token: pushToken }).update(row)
      await this.#forgetOldest(trx, actor.id)
      return Device.query({ client: trx }).where('pushToken', pushToken).firstOrFail()
    })
  }

  async #forgetOldest(trx: Transaction, userId: string) {
    const rows = await trx
      .from('devices')
      .where({ user_id: userId })
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .select('id')
    const ids = rows.slice(MOST_DEVICES).map((row) => row.id)
    if (ids.length > 0) await trx.from('devices').whereIn('id', ids).delete()
  }
}
