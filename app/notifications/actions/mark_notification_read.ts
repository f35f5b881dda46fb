import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import type { FeedRow } from '#notifications/queries/list_notifications'

/** Marks an entry of the caller's feed as read; the time of the first reading stays. */
export default class MarkNotificationRead {
  /** @throws NotFound when the entry is not the caller's */
  async execute(input: { actor: Actor; notificationId: string }): Promise<FeedRow> {
    const { actor, notificationId } = input
    return write(async (trx) => {
      const own = () => trx.from('notifications').where({ id: notificationId, user_id: actor.id })
      await changedOne(own().whereNull('read_at'), { read_at: clock.now() })
      const row = await own().first()
      if (!row) throw new NotFound()
      return row
    })
  }
}
