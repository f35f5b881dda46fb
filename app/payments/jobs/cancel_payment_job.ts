import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { Job } from '#core/outbox/job'
import { clock } from '#core/support/clock'
import { GatewayRefused } from '#payments/errors'
import { gateway } from '#payments/gateways/registry'
import { isNamed, type PaymentRow } from '#payments/queries/payment_rows'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { UNENDED_PAYMENT } from '#payments/services/states'

/** Tells the gateway that a payment is not wanted any more. What it says then is applied, paid or not. */
export default class CancelPaymentJob extends Job<{ paymentId: string }> {
  async handle({ paymentId }: { paymentId: string }) {
    const payment: PaymentRow = await db.from('payments').where({ id: paymentId }).firstOrFail()
    if (!UNENDED_PAYMENT.includes(payment.status)) return
    if (!isNamed(payment)) return forget(payment)
    const driver = await gateway(payment.gateway)
    const name = payment.gateway_payment_id
    const news = await driver.cancelPayment(name, `cancel:${paymentId}`).catch((error) => {
      if (error instanceof GatewayRefused) return driver.getPayment(name)
      throw error
    })
    if (news) await write((trx) => applyGatewayPayment(trx, payment.gateway, news))
  }
}

/** The gateway never told us of it, so nobody else can know where to pay it. */
async function forget({ id }: PaymentRow) {
  await write((trx) =>
    trx
      .from('payments')
      .where({ id, status: 'created' })
      .update({ status: 'cancelled', open_for: null, poll_at: null, updated_at: clock.now() })
  )
}
