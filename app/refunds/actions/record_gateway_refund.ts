import type { Transaction } from '#core/database/write'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayName, GatewayRefund } from '#payments/gateways/gateway'
import RequestRefund from '#refunds/actions/request_refund'
import { RefundMismatch } from '#refunds/errors'
import { paymentAtGateway } from '#refunds/queries/booked_payment'
import { makePlainRefund } from '#refunds/services/plain_refund'

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
    const { amount, id: gatewayRefundId } = news
    const made = { payment, amount, reason: REASON, causeKey, made: { gatewayRefundId } }
    const id = await makePlainRefund(trx, made)
    return id ?? (await trx.from('refunds').where('cause_key', causeKey).firstOrFail()).id
  }
}
