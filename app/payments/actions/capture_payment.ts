import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { OrderNotPayable, PaymentNotOpen } from '#payments/errors'
import { gateway } from '#payments/gateways/registry'
import { isNamed, type PaymentRow } from '#payments/queries/payment_rows'
import { isWanted } from '#payments/queries/wanted'
import { applyGatewayPayment } from '#payments/services/apply_payment'

/**
 * Takes the money of a payment that its client has agreed to, or sees how it stands: when the client
 * comes back, and when a gateway says that it waits for our word. What comes of it is booked by the
 * same function as any other news.
 */
export default class CapturePayment {
  /**
   * Runs outside of any transaction.
   *
   * @throws PaymentNotOpen (409): nothing can be paid here any more
   * @throws OrderNotPayable (409): nothing was taken, for nobody wants it any more
   * @throws GatewayRefused (409), GatewayUnavailable (503): ask again
   */
  async execute({ paymentId }: { paymentId: string }): Promise<PaymentRow> {
    const payment: PaymentRow = await db.from('payments').where({ id: paymentId }).firstOrFail()
    if (payment.status === 'captured') return payment
    if (payment.status === 'cancelled' || !isNamed(payment))
      throw new PaymentNotOpen(payment.status)

    const hasTaker = await isWanted(payment)
    const news = await this.#ask(payment, hasTaker)
    const after = await write(async (trx): Promise<PaymentRow> => {
      if (news) await applyGatewayPayment(trx, payment.gateway, news)
      return trx.from('payments').where({ id: paymentId }).firstOrFail()
    })
    if (!hasTaker && after.status !== 'captured') throw new OrderNotPayable('not waiting for it')
    return after
  }

  /** Each attempt has a key of its own: the version grows with every failure. */
  async #ask({ id, version, gateway: name, gateway_payment_id: named }: PaymentRow, take: boolean) {
    const driver = await gateway(name)
    return take ? driver.capturePayment(named, `${id}-${version}`) : driver.getPayment(named)
  }
}
