import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import GetOrder, { type OrderWithParts } from '#orders/queries/get_order'
import { CANCELLABLE_BY_CLIENT, cancelWhole } from '#orders/services/cancel_part'
import { lockOrder } from '#orders/services/states'

export interface CancelOrderInput {
  actor: Actor
  orderId: string
  reason?: string
}

/** A client takes an order back: stock is free again, and what was paid is paid back. */
export default class CancelOrder {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound when it is not this client's
   * @throws OrderNotCancellable (409) once anything has shipped or was handed in, or when it has ended
   */
  async execute({ actor, orderId, reason }: CancelOrderInput): Promise<OrderWithParts> {
    return write(async (trx) => {
      await this.getOrder.own(actor, orderId, trx)
      await lockOrder(trx, orderId)
      const { order } = await this.getOrder.own(actor, orderId, trx)
      await cancelWhole(trx, order, { actor, reason }, CANCELLABLE_BY_CLIENT)
      return this.getOrder.own(actor, orderId, trx)
    })
  }
}
