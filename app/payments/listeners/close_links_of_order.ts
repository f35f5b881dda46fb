import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { closeLink } from '#payments/services/close_link'

/** An order that was paid, cancelled or has expired is not to be paid by a link that is still about. */
export default class CloseLinksOfOrder extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const open = await trx
      .from('payment_links')
      .where({ order_id: orderId, status: 'open' })
      .select('id')
    for (const { id } of open) await closeLink(trx, id, 'cancelled')
  }
}
