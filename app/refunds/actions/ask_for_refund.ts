import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import GetOrder from '#orders/queries/get_order'
import { lockOrder } from '#orders/services/states'
import { NothingToRefund, RefundRequestOpen } from '#refunds/errors'
import RefundAskedFor from '#refunds/events/refund_asked_for'
import { paymentOfOrder } from '#refunds/queries/booked_payment'
import { requestWhere, type RequestRow } from '#refunds/queries/request_rows'
import { partMeant, type PartHint } from '#refunds/services/part_meant'
import { leftOf } from '#refunds/services/shares'
import { planRefund, type Wanted } from '#refunds/services/wanted'

export interface AskInput extends PartHint, Wanted {
  actor: Actor
  orderId: string
  reason: string
}

/** A client asks the partner of one part for money back; the partner answers. */
export default class AskForRefund {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound for somebody else's order
   * @throws InvalidField when it is not clear which part is meant
   * @throws NothingToRefund, RefundTooLarge, RefundRequestOpen
   */
  async execute(input: AskInput): Promise<RequestRow> {
    const { actor, orderId, reason } = input
    return write(async (trx) => {
      const order = await this.getOrder.own(actor, orderId, trx)
      await lockOrder(trx, orderId)
      const part = partMeant(order, input)
      if (!(await paymentOfOrder(trx, orderId))) throw new NothingToRefund()
      const { amount } = await planRefund(trx, orderId, await leftOf(trx, [part]), input)
      if (amount === 0) throw new NothingToRefund()
      const id = newId('request')
      const now = clock.now()
      const isOnly = await insertedOnce(trx, 'refund_requests', {
        id,
        order_id: orderId,
        partner_order_id: part.id,
        partner_id: part.partner_id,
        open_for: part.id,
        client_id: actor.id,
        lines: JSON.stringify(input.lines ?? []),
        amount,
        currency: order.order.currency,
        reason,
        status: 'open',
        created_at: now,
        updated_at: now,
      })
      if (!isOnly) throw new RefundRequestOpen()
      await outbox.record(trx, new RefundAskedFor(id))
      return found(trx, id)
    })
  }
}

function found(trx: Transaction, id: string) {
  return requestWhere(trx, { 'refund_requests.id': id })
}
