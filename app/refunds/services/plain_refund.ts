import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { post } from '#ledger/services/post'
import { pendingName } from '#payments/queries/payment_rows'
import type { BookedPayment } from '#refunds/queries/booked_payment'
import { claimPayment } from '#refunds/services/counters'

export interface PlainRefund {
  payment: BookedPayment
  /** minor units of the payment's currency */
  amount: number
  reason: string
  actor?: Actor | null
  /** what makes one refund only; absent: each call makes one */
  causeKey?: string
  /** a new refund's id, where the caller has to know it before */
  id?: string
  /** a refund that the gateway has made by itself already */
  made?: { gatewayRefundId: string }
}

/**
 * A refund of a payment that no partner has a share of: of a link without an order, or one that came
 * too late for its order.
 *
 * @returns its id; null when its cause has one already
 * @throws RefundTooLarge for more than is left of the payment
 */
export async function makePlainRefund(
  trx: Transaction,
  { payment, amount, reason, actor, causeKey, made, id = newId('refund') }: PlainRefund
): Promise<string | null> {
  const { currency } = payment
  const now = clock.now()
  const isNew = await insertedOnce(trx, 'refunds', {
    id,
    cause_key: causeKey ?? id,
    payment_id: payment.id,
    order_id: payment.order_id,
    gateway: payment.gateway,
    gateway_refund_id: made?.gatewayRefundId ?? pendingName(id),
    amount,
    currency,
    reason,
    status: made ? 'pending' : 'requested',
    requested_by: actor?.id ?? null,
    created_at: now,
    updated_at: now,
  })
  if (!isNew) return null
  await claimPayment(trx, payment.id, 'refunded_amount', amount)
  // the money of a payment that came too late is on its way back already
  if (payment.kind === 'link_captured')
    await post(trx, {
      kind: 'refund_requested',
      refType: 'refund',
      refId: id,
      currency,
      actorId: actor?.id,
      entries: [
        { account: 'platform_revenue', amount: -amount },
        { account: 'refund_in_flight', amount },
      ],
    })
  if (!made)
    await outbox.dispatch(
      trx,
      'refunds.send_refund',
      { refundId: id },
      { dedupeKey: `refund:${id}` }
    )
  return id
}
