import type { Transaction } from '#core/database/write'
import type { PartRow } from '#orders/queries/order_parts'
import { lockOrder } from '#orders/services/states'
import RequestRefund from '#refunds/actions/request_refund'
import { leftOf } from '#refunds/services/shares'

interface CancelledPart {
  orderId: string
  partId: string
  reason: string
}

/** All that was paid for a cancelled part goes back, once. */
export default class RefundPart {
  async execute(trx: Transaction, { orderId, partId, reason }: CancelledPart) {
    await lockOrder(trx, orderId)
    const part: PartRow = await trx.from('partner_orders').where('id', partId).firstOrFail()
    const [left] = await leftOf(trx, [part])
    // it cost nothing, or was cancelled because all of it went back
    if (left.total === 0) return
    const causeKey = `cancel:${partId}`
    await new RequestRefund().execute({ orderId, partId, reason, actor: null, causeKey })
  }
}
