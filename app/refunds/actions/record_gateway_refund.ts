import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { post } from '#ledger/services/post'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayName, GatewayRefund } from '#payments/gateways/gateway'
import RequestRefund from '#refunds/actions/request_refund'
import { RefundMismatch } from '#refunds/errors'
import { paymentAtGateway, type BookedPayment } from '#refunds/queries/booked_payment'
import { claimPayment } from '#refunds/services/counters'

const REASON = 'Refunded at the gateway'

/** A refund that somebody made at the gateway itself: booked as if it had been asked for here. */
export default class RecordGatewayRefund {
  constructor(private requestRefund = new RequestRefund()) {}

  /**
   * @returns the refund's id; it is pending until the news is applied to it
   * @throws GatewayObjectUnknown for a payment that is none of ours (yet)
   * @throws RefundMismatch for another currency
   */
  async execute(trx: Transaction, gateway: GatewayName, news: GatewayRefund): Promise<string> {
    const payment = await paymentAtGateway(trx, gateway, news.gatewayPaymentId)
    if (!payment) throw new GatewayObjectUnknown(gateway, news.gatewayPaymentId)
    if (payment.currency !== news.currency)
      throw new RefundMismatch(`${payment.id} is in ${payment.currency}, not ${news.currency}`)
    const causeKey = `gateway:${gateway}:${news.id}`.slice(0, 80)
    if (payment.kind === 'payment_captured')
      return this.requestRefund.execute({
        orderId: payment.order_id!,
        amount: news.amount,
        reason: REASON,
        actor: null,
        causeKey,
        made: { gatewayRefundId: news.id },
      })
    return recordPlain(trx, payment, news, causeKey)
  }
}

/** Of a payment that no partner has a share of. */
async function recordPlain(
  trx: Transaction,
  payment: BookedPayment,
  news: GatewayRefund,
  causeKey: string
): Promise<string> {
  const { amount, currency } = news
  const id = newId('refund')
  const now = clock.now()
  const isNew = await insertedOnce(trx, 'refunds', {
    id,
    cause_key: causeKey,
    payment_id: payment.id,
    order_id: payment.order_id,
    gateway: payment.gateway,
    gateway_refund_id: news.id,
    amount,
    currency,
    reason: REASON,
    status: 'pending',
    created_at: now,
    updated_at: now,
  })
  if (!isNew) return (await trx.from('refunds').where('cause_key', causeKey).firstOrFail()).id
  await claimPayment(trx, payment.id, 'refunded_amount', amount)
  // the money of a payment that came too late is on its way back already
  if (payment.kind === 'link_captured')
    await post(trx, {
      kind: 'refund_requested',
      refType: 'refund',
      refId: id,
      currency,
      entries: [
        { account: 'platform_revenue', amount: -amount },
        { account: 'refund_in_flight', amount },
      ],
    })
  return id
}
