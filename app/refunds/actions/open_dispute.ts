import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import GetOrder from '#orders/queries/get_order'
import { lockOrder } from '#orders/services/states'
import { DisputeOpen, NothingToRefund } from '#refunds/errors'
import { paymentOfOrder } from '#refunds/queries/booked_payment'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'
import { insertDispute } from '#refunds/services/disputes'
import { leftOf } from '#refunds/services/shares'

interface OpenInput {
  actor: Actor
  orderId: string
  partnerOrderId: string
  reason: string
}

/** A client disagrees with a partner about a paid part: staff decide, and it does not complete. */
export default class OpenDispute {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound for somebody else's order
   * @throws InvalidField for a part that is not of this order
   * @throws NothingToRefund when nothing was paid for it, or all went back
   * @throws DisputeOpen
   */
  async execute({ actor, orderId, partnerOrderId, reason }: OpenInput): Promise<DisputeRow> {
    return write(async (trx) => {
      const { order, parts } = await this.getOrder.own(actor, orderId, trx)
      await lockOrder(trx, orderId)
      const found = parts.find(({ part }) => part.id === partnerOrderId)
      if (!found)
        throw new InvalidField(
          'partnerOrderId',
          'exists',
          'The partnerOrderId field names no part of this order'
        )
      const [left] = await leftOf(trx, [found.part])
      if (left.total === 0 || !(await paymentOfOrder(trx, orderId))) throw new NothingToRefund()
      const id = await insertDispute(trx, {
        orderId,
        partId: partnerOrderId,
        openedBy: actor.id,
        reason,
        amount: left.total,
        currency: order.currency,
      })
      if (!id) throw new DisputeOpen()
      return disputeById(trx, id)
    })
  }
}
