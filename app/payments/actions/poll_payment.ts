import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { write } from '#core/database/write'
import { DomainError } from '#core/exceptions/domain_error'
import { clock, DAY } from '#core/support/clock'
import { nextPollAt } from '#core/support/poll_times'
import { gateway } from '#payments/gateways/registry'
import { isNamed, type PaymentRow } from '#payments/queries/payment_rows'
import { isWanted } from '#payments/queries/wanted'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { openAtGateway } from '#payments/services/open_payment'

/** also when we were away ourselves and asked less often than planned */
const POLLED_FOR = 7 * DAY

/** Asks the gateway how a payment stands, in case its web hook was lost. */
export default class PollPayment {
  async execute({ paymentId }: { paymentId: string }) {
    const payment: PaymentRow = await db.from('payments').where({ id: paymentId }).firstOrFail()
    try {
      await this.ask(payment)
    } catch (error) {
      // one payment that cannot be asked about must not keep the others from it
      const isBug = !(error instanceof DomainError)
      logger[isBug ? 'error' : 'warn']({ payment: paymentId, err: error }, 'payment not polled')
    }
    await this.#planNext(payment)
  }

  /**
   * Asks once, outside of any transaction, and books what is new.
   *
   * @throws GatewayRefused, GatewayUnavailable
   */
  async ask(payment: PaymentRow) {
    if (!isNamed(payment)) return this.#finishOpening(payment)
    const driver = await gateway(payment.gateway)
    const news = await driver.getPayment(payment.gateway_payment_id)
    if (news) await write((trx) => applyGatewayPayment(trx, payment.gateway, news))
  }

  /** The answer to our call was lost: the same call again, or none when nobody can pay it any more. */
  async #finishOpening(payment: PaymentRow) {
    const isPayable = payment.status === 'created' && payment.open_for !== null
    if (isPayable && (await isWanted(payment)))
      return openAtGateway(payment, payment.open_for!.endsWith(':hosted'))
    await write((trx) =>
      trx
        .from('payments')
        .where({ id: payment.id, status: 'created' })
        .update({ status: 'cancelled', open_for: null, poll_at: null, updated_at: clock.now() })
    )
  }

  async #planNext(payment: PaymentRow) {
    const now = clock.now()
    const isOver = now - Number(payment.created_at) >= POLLED_FOR
    const next = isOver ? null : nextPollAt(Number(payment.polls), now)
    await write((trx) =>
      trx
        .from('payments')
        .where({ id: payment.id })
        .whereNotNull('poll_at')
        .update({ polls: trx.raw('polls + 1'), poll_at: next })
    )
  }
}
