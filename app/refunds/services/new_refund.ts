import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { pendingName } from '#payments/queries/payment_rows'
import type { BookedPayment } from '#refunds/queries/booked_payment'

export interface NewRefund {
  id: string
  payment: BookedPayment
  /** minor units of the payment's currency */
  amount: number
  reason: string
  actor?: Actor | null
  /** what makes one refund only; absent: each call makes one */
  causeKey?: string
  /** a refund that the gateway has made by itself already */
  made?: { gatewayRefundId: string }
}

/**
 * Writes the row of a refund.
 *
 * @returns false when its cause has one already
 */
export async function insertRefund(
  trx: Transaction,
  { id, payment, amount, reason, actor, causeKey, made }: NewRefund
): Promise<boolean> {
  const now = clock.now()
  return insertedOnce(trx, 'refunds', {
    id,
    cause_key: causeKey ?? id,
    payment_id: payment.id,
    order_id: payment.order_id,
    gateway: payment.gateway,
    gateway_refund_id: made?.gatewayRefundId ?? pendingName(id),
    amount,
    currency: payment.currency,
    reason,
    status: made ? 'pending' : 'requested',
    requested_by: actor?.id ?? null,
    created_at: now,
    updated_at: now,
  })
}

/** Has the gateway asked for a refund, once; after whatever else is told of it, which is done first. */
export async function sendLater(trx: Transaction, { id, made }: Pick<NewRefund, 'id' | 'made'>) {
  if (made) return
  const dedupeKey = `refund:${id}`
  await outbox.dispatch(trx, 'refunds.send_refund', { refundId: id }, { dedupeKey })
}
