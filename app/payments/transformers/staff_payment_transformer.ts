import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { paymentFacts } from '#payments/transformers/payment_transformer'

/** A payment as staff see it: whose, where, and what is odd about it; never how to pay it. */
export default class StaffPaymentTransformer extends BaseTransformer<PaymentRow> {
  toObject() {
    const payment = this.resource
    return {
      ...paymentFacts(payment),
      purpose: payment.purpose,
      clientId: payment.client_id,
      linkId: payment.link_id,
      gatewayPaymentId: payment.gateway_payment_id,
      disputed: money(payment.disputed_amount, payment.currency),
      flag: payment.flag,
      nextPollAt: toIso(payment.poll_at),
      updatedAt: toIso(payment.updated_at),
    }
  }
}
