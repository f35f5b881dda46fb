import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SyncPayment from '#payments/actions/sync_payment'
import StaffPaymentTransformer from '#payments/transformers/staff_payment_transformer'

/** What the gateway says of a payment now. */
@inject()
export default class PaymentSyncsController {
  constructor(private syncPayment: SyncPayment) {}

  /** Ask the gateway again how a payment stands, and book what is new; the answer is the payment. */
  async store({ actor, params, serialize }: HttpContext) {
    const payment = await this.syncPayment.execute({
      actor: actor!,
      paymentId: params.paymentId,
    })
    return serialize(StaffPaymentTransformer.transform(payment))
  }
}
