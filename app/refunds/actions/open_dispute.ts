import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import GetOrder from '#orders/queries/get_order'
import { lockOrder } from '#orders/services/states'
import { DisputeOpen, NothingToRefund } from '#refunds/errors'
import { paymentOfOrder } from '#refunds/queries/booked_payment'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'
import { insertDispute } from '#refunds/services/disputes'
import { partMeant } from '#refunds/services/part_meant'
import { leftOf } from '#refunds/services/shares'

interface OpenInput {
  actor: Actor
  orderId: string
  /** needed unless the order has one part */
  partnerOrderId?: string
  reason: string
}

/** A client disagrees with a partner about a paid part: staff decide, and it does not complete. */
export default class OpenDispute {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound for somebody else's order
   * @throws InvalidField when it is not clear which part of the order is meant
   * @throws NothingToRefund when nothing was paid for it, or all went back
   * @throws DisputeOpen
   */
  async execute({ actor, orderId, partnerOrderId, reason }: OpenInput): Promise<DisputeRow> {
    return write(async (trx) => {
      const found = await this.getOrder.own(actor, orderId, trx)
      await lockOrder(trx, orderId)
      const part = partMeant(found, { partnerOrderId })
      const [left] = await leftOf(trx, [part])
      if (left.total === 0 || !(await paymentOfOrder(trx, orderId))) throw new NothingToRefund()
      const id = await insertDispute(trx, {
        orderId,
        partId: part.id,
        openedBy: actor.id,
        reason,
        amount: left.total,
        currency: found.order.currency,
      })
      if (!id) throw new DisputeOpen()
      return disputeById(trx, id)
    })
  }
}
