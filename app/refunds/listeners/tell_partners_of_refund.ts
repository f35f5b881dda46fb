import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed } from '#notifications/services/messages'
import { refundById } from '#refunds/queries/refund_rows'

interface ShareOfPartner {
  partner_order_id: string
  user_id: string
  amount: number | string
  partner_amount: number | string
}

/** Each partner is told what a refund took, or what a failed one gave back. */
export default class TellPartnersOfRefund extends TransactionalJob<{ refundId: string }> {
  async run({ refundId }: { refundId: string }, trx: Transaction) {
    const refund = await refundById(trx, refundId)
    const hasFailed = refund.status === 'failed'
    const shares: ShareOfPartner[] = await trx
      .from('refund_shares')
      .join('partner_orders', 'partner_orders.id', 'refund_shares.partner_order_id')
      .join('partners', 'partners.id', 'partner_orders.partner_id')
      .where('refund_shares.refund_id', refundId)
      .select('refund_shares.*', 'partners.user_id')
    const words = (amount: number | string) => formatMoney(money(Number(amount), refund.currency))
    for (const share of shares)
      await addToFeed(trx, {
        userId: share.user_id,
        kind: hasFailed ? 'refund_failed' : 'refund_requested',
        title: `${hasFailed ? 'A refund failed' : 'Refund'}: ${words(share.amount)}`,
        body: hasFailed
          ? `Your share of it, ${words(share.partner_amount)}, is back.`
          : `Your share of it is ${words(share.partner_amount)}. Reason: ${refund.reason}`,
        subjectId: share.partner_order_id,
      })
  }
}
