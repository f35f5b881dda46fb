import type { Transaction } from '#core/database/write'
import { newId } from '#core/support/ids'
import { post } from '#ledger/services/post'
import { claimPayment } from '#refunds/services/counters'
import { insertRefund, sendLater, type NewRefund } from '#refunds/services/new_refund'

/** Its id is given where the caller has to know it before. */
export type PlainRefund = Omit<NewRefund, 'id'> & { id?: string }

/**
 * A refund of a payment that no partner has a share of: of a link without an order, or one that came
 * too late for its order.
 *
 * @returns its id; null when its cause has one already
 * @throws RefundTooLarge for more than is left of the payment
 */
export async function makePlainRefund(
  trx: Transaction,
  { id = newId('refund'), ...refund }: PlainRefund
): Promise<string | null> {
  const { payment, amount, actor } = refund
  if (!(await insertRefund(trx, { id, ...refund }))) return null
  await claimPayment(trx, payment.id, 'refunded_amount', amount)
  // the money of a payment that came too late is on its way back already
  if (payment.kind === 'link_captured')
    await post(trx, {
      kind: 'refund_requested',
      refType: 'refund',
      refId: id,
      currency: payment.currency,
      actorId: actor?.id,
      entries: [
        { account: 'platform_revenue', amount: -amount },
        { account: 'refund_in_flight', amount },
      ],
    })
  await sendLater(trx, { id, made: refund.made })
  return id
}
