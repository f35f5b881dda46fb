import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { PaymentNotOpen } from '#payments/errors'
import { confirmObject, type Outcome } from '#payments/gateways/sandbox_memory'
import { isNamed, type PaymentRow } from '#payments/queries/payment_rows'
import { LIVE_PAYMENT } from '#payments/services/states'

/**
 * Stands for the card form that the sandbox has not: a client says how an own payment, or that of a
 * link, shall end. What comes of it comes as from a real gateway: later, and by web hook.
 */
export default class ConfirmSandboxPayment {
  /** @throws NotFound, PaymentNotOpen */
  async execute(input: { actor: Actor; paymentId: string; outcome: Outcome }): Promise<PaymentRow> {
    return write(async (trx) => {
      const payment: PaymentRow | null = await trx
        .from('payments')
        .where({ id: input.paymentId, gateway: 'sandbox' })
        .where((whose) => whose.where('client_id', input.actor.id).orWhere('purpose', 'link'))
        .first()
      if (!payment) throw new NotFound()
      if (!LIVE_PAYMENT.includes(payment.status) || !isNamed(payment))
        throw new PaymentNotOpen(payment.status)
      await confirmObject(trx, payment.gateway_payment_id, input.outcome)
      return payment
    })
  }
}
