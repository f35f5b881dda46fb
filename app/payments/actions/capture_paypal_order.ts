import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import CapturePayment from '#payments/actions/capture_payment'
import type { PaymentRow } from '#payments/queries/payment_rows'

/** A client has approved an own payment on PayPal's page. */
@inject()
export default class CapturePaypalOrder {
  constructor(private capturePayment: CapturePayment) {}

  /** @throws NotFound, and what CapturePayment throws; a decline is an answer */
  async execute({ actor, paymentId }: { actor: Actor; paymentId: string }): Promise<PaymentRow> {
    const own = { id: paymentId, client_id: actor.id, gateway: 'paypal' }
    if (!(await db.from('payments').where(own).first())) throw new NotFound()
    return this.capturePayment.execute({ paymentId })
  }
}
