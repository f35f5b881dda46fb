import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { addToFeed } from '#notifications/services/messages'
import { disputeById } from '#refunds/queries/dispute_rows'

const WORDS = {
  open: 'was opened',
  resolved_client: 'was decided for the client',
  resolved_partner: 'was decided for you',
}

/** The partners of a disputed order are told how it stands, and the client of an own dispute. */
export default class TellOfDispute extends TransactionalJob<{ disputeId: string }> {
  async run({ disputeId }: { disputeId: string }, trx: Transaction) {
    const dispute = await disputeById(trx, disputeId)
    const { order_id: orderId, partner_order_id: partId, status, order_number: number } = dispute
    if (!orderId) return
    const parts = trx
      .from('partner_orders')
      .join('partners', 'partners.id', 'partner_orders.partner_id')
      .where('partner_orders.order_id', orderId)
      .select('partners.user_id')
    if (partId) parts.where('partner_orders.id', partId)
    const kind = status === 'open' ? 'dispute_opened' : 'dispute_resolved'
    const title = `Order ${number}: a dispute ${WORDS[status]}`
    const body = dispute.resolution ?? dispute.reason
    for (const { user_id: userId } of await parts)
      await addToFeed(trx, { userId, kind, title, body, subjectId: disputeId })
    if (status === 'open' || !dispute.opened_by) return
    const verdict = status === 'resolved_client' ? 'for you' : 'for the partner'
    await addToFeed(trx, {
      userId: dispute.opened_by,
      kind,
      title: `Order ${number}: your dispute was decided ${verdict}`,
      body,
      subjectId: disputeId,
    })
  }
}
