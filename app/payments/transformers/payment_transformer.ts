import encryption from '@adonisjs/core/services/encryption'
import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { LIVE_PAYMENT } from '#payments/services/states'

/** A payment as its client sees it, with what it is finished by while it can be. */
export default class PaymentTransformer extends BaseTransformer<PaymentRow> {
  toObject() {
    const payment = this.resource
    const isLive = LIVE_PAYMENT.includes(payment.status)
    return {
      ...paymentFacts(payment),
      clientSecret: isLive ? opened(payment.client_secret) : null,
      redirectUrl: isLive ? payment.redirect_url : null,
    }
  }
}

const opened = (sealed: string | null) => (sealed ? encryption.decrypt<string>(sealed) : null)

/** What everybody who may see a payment sees of it. */
export function paymentFacts(payment: PaymentRow) {
  const { id, currency, failure_code: code, failure_message: message } = payment
  return {
    id,
    orderId: payment.order_id,
    gateway: payment.gateway,
    status: payment.status,
    amount: money(payment.amount, currency),
    refunded: money(payment.refunded_amount, currency),
    failure: code === null && message === null ? null : { code, message },
    capturedAt: toIso(payment.captured_at),
    createdAt: toIso(payment.created_at),
  }
}
