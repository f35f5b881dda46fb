import { inject } from '@adonisjs/core'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import PollPayment from '#payments/actions/poll_payment'
import { findPayment, type PaymentRow } from '#payments/queries/payment_rows'

/** Staff do not wait for the poller: the gateway is asked now how a payment stands. */
@inject()
export default class SyncPayment {
  constructor(private pollPayment: PollPayment) {}

  /**
   * Runs outside of any transaction. When the poller asks next stays as it was.
   *
   * @returns the payment as it is afterwards, changed or not
   * @throws NotFound, GatewayRefused, GatewayUnavailable
   */
  async execute({ actor, paymentId }: { actor: Actor; paymentId: string }): Promise<PaymentRow> {
    const before = await findPayment(paymentId)
    await this.pollPayment.ask(before)
    const after = await findPayment(paymentId)
    await write((trx) =>
      recordAudit(trx, {
        actor,
        action: 'payment.synced',
        subject: { type: 'payment', id: paymentId },
        personId: before.client_id,
        before: { status: before.status, flag: before.flag },
        after: { status: after.status, flag: after.flag },
      })
    )
    return after
  }
}
