import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'

/** Staff write something down about an order, for each other; a note stays as it is. */
export default class NoteOrder {
  /** @throws NotFound */
  async execute(input: { actor: Actor; orderId: string; body: string }): Promise<void> {
    const { actor, orderId, body } = input
    await write(async (trx) => {
      if (!(await trx.from('orders').where({ id: orderId }).select('id').first()))
        throw new NotFound()
      await trx
        .insertQuery()
        .table('order_notes')
        .insert({ order_id: orderId, author_id: actor.id, body, created_at: clock.now() })
      await recordAudit(trx, {
        actor,
        action: 'order.noted',
        subject: { type: 'order', id: orderId },
      })
    })
  }
}
