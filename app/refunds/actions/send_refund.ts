import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { nextPollAt } from '#core/support/poll_times'
import { GatewayRefused } from '#payments/errors'
import type { Gateway, GatewayName, GatewayRefund } from '#payments/gateways/gateway'
import { gateway } from '#payments/gateways/registry'
import ApplyRefund from '#refunds/actions/apply_refund'
import { pendingName } from '#payments/queries/payment_rows'
import { isStalled, refundById, type RefundRow } from '#refunds/queries/refund_rows'

/**
 * Asks the gateway to give money back, or how that stands. The key is always the refund's id, and
 * who asks again says so, so no answer, a crash or a long outage never refunds twice.
 */
export default class SendRefund {
  constructor(private applyRefund = new ApplyRefund()) {}

  /** @throws GatewayUnavailable when there is no answer: it will be asked again */
  async execute({ refundId }: { refundId: string }): Promise<void> {
    if (!(await begin(refundId))) return
    const refund = await refundById(db, refundId)
    const payment = await db.from('payments').where('id', refund.payment_id).firstOrFail()
    const name = refund.gateway as GatewayName
    const news = await ask(await gateway(name), refund, payment.gateway_payment_id)
    if (news) await this.applyRefund.execute({ gateway: name, refund: { ...news, refundId } })
  }
}

/** Notes the attempt before it is made. @returns false when nothing is to be done (any more) */
async function begin(id: string): Promise<boolean> {
  const refund = await write(async (trx) => {
    const { polls } = await refundById(trx, id)
    const open = trx.from('refunds').where({ id }).whereIn('status', ['requested', 'pending'])
    const isOpen = await changedOne(open, {
      polls: polls + 1,
      poll_at: nextPollAt(polls, clock.now()),
      updated_at: clock.now(),
    })
    return isOpen ? refundById(trx, id) : null
  })
  if (refund && isStalled(refund))
    logger.error({ refund: id }, 'a refund is asked about for the last time: then retry it')
  return refund !== null
}

/** @returns null when the gateway does not know the refund that it named itself */
async function ask(
  driver: Gateway,
  refund: RefundRow,
  gatewayPaymentId: string
): Promise<GatewayRefund | null> {
  const { id, currency, gateway_refund_id: reference } = refund
  const amount = Number(refund.amount)
  if (reference !== pendingName(id)) return driver.getRefund(reference, gatewayPaymentId)
  try {
    const isRepeat = refund.polls > 1
    const input = { key: id, refundId: id, isRepeat, gatewayPaymentId, amount, currency }
    return await driver.createRefund(input)
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error
    const failureMessage = error.message
    return { id: reference, gatewayPaymentId, status: 'failed', amount, currency, failureMessage }
  }
}
