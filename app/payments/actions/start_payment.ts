import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { OrderNotPayable } from '#payments/errors'
import type { GatewayName } from '#payments/gateways/gateway'
import { assertEnabled } from '#payments/gateways/registry'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { openAtGateway, reservePayment } from '#payments/services/open_payment'

interface PaymentRequest {
  actor: Actor
  orderId: string
  gateway: GatewayName
  /** on a page of the gateway's own */
  isHosted?: boolean
}

/**
 * Begins the payment of a client's own order at a gateway. A repeat, with the same key or another,
 * finds the payment that is open there already; the amount is always the order's total.
 */
export default class StartPayment {
  /**
   * Runs outside of any transaction: the gateway is called between two of them.
   *
   * @throws GatewayNotEnabled (422), NotFound, OrderNotPayable
   * @throws GatewayRefused (409): nothing happened; GatewayUnavailable (503): ask again
   */
  async execute({ actor, orderId, gateway, isHosted = false }: PaymentRequest) {
    assertEnabled(gateway)
    const payment = await write((trx) => this.#reserve(trx, actor, orderId, gateway, isHosted))
    return openAtGateway(payment, isHosted)
  }

  async #reserve(
    trx: Transaction,
    actor: Actor,
    orderId: string,
    gateway: GatewayName,
    isHosted: boolean
  ): Promise<PaymentRow> {
    const order = await trx.from('orders').where({ id: orderId, client_id: actor.id }).first()
    if (!order) throw new NotFound()
    if (order.status !== 'awaiting_payment') throw new OrderNotPayable(order.status)
    return reservePayment(trx, {
      purpose: 'order',
      orderId,
      clientId: actor.id,
      gateway,
      amount: Number(order.total_amount),
      currency: order.currency,
      openFor: `${orderId}:${gateway}${isHosted ? ':hosted' : ''}`,
    })
  }
}
