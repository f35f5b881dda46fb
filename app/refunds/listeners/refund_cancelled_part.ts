import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { post } from '#ledger/services/post'
import type PartCancelled from '#orders/events/part_cancelled'
import type { PartRow } from '#orders/queries/order_parts'
import { lockOrder } from '#orders/services/states'
import RequestRefund from '#refunds/actions/request_refund'
import { leftOf } from '#refunds/services/shares'

/** All that was paid for a cancelled part goes back, once. */
export default class RefundCancelledPart extends TransactionalJob<PartCancelled> {
  async run({ partId, orderId, reason }: PartCancelled, trx: Transaction) {
    await lockOrder(trx, orderId)
    const part: PartRow = await trx.from('partner_orders').where('id', partId).firstOrFail()
    const [left] = await leftOf(trx, [part])
    if (left.total === 0) return takeBackGift(trx, part)
    const causeKey = `cancel:${partId}`
    await new RequestRefund().execute({ orderId, partId, reason, actor: null, causeKey })
  }
}

/** The client paid nothing for it, so the platform had paid the partner: it gets that back. */
async function takeBackGift(trx: Transaction, part: PartRow) {
  const earned = Number(part.earning_amount) - Number(part.earning_refunded)
  if (earned <= 0) return
  await trx
    .from('partner_orders')
    .where('id', part.id)
    .update({ earning_refunded: part.earning_amount })
  await post(trx, {
    kind: 'gift_taken_back',
    refType: 'partner_order',
    refId: part.id,
    currency: part.currency,
    entries: [
      { account: 'partner_pending', ownerId: part.partner_id, amount: -earned },
      { account: 'platform_revenue', amount: earned },
    ],
  })
}
