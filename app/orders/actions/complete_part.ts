import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { creditSettled } from '#ledger/services/partner_money'
import { post } from '#ledger/services/post'
import PartCompleted from '#orders/events/part_completed'
import type { PartRow } from '#orders/queries/order_parts'
import { lockOrder, movePart } from '#orders/services/states'

/** The hold is over: the part is completed, and what it earned may be withdrawn. */
export default class CompletePart {
  /** @returns false when it is not due, disputed, or was completed before */
  async execute(partId: string): Promise<boolean> {
    return write(async (trx) => {
      const found = await trx.from('partner_orders').where('id', partId).select('order_id').first()
      if (!found) return false
      await lockOrder(trx, found.order_id)
      const part: PartRow = await trx.from('partner_orders').where('id', partId).firstOrFail()
      const isDue = part.completes_at !== null && Number(part.completes_at) <= clock.now()
      if (!isDue || part.open_disputes > 0) return false
      const values = { closed_at: clock.now() }
      if (!(await movePart(trx, part, 'completed', { values }))) return false

      const earned = Number(part.earning_amount) - Number(part.earning_refunded)
      if (earned > 0)
        await post(trx, {
          kind: 'part_settled',
          refType: 'partner_order',
          refId: part.id,
          currency: part.currency,
          entries: [
            { account: 'partner_pending', ownerId: part.partner_id, amount: 0 - earned },
            ...(await creditSettled(trx, part.partner_id, part.currency, earned)),
          ],
        })
      await outbox.record(trx, new PartCompleted(part.id, part.order_id))
      return true
    })
  }
}
