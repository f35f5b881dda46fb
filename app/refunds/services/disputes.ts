/*
 * Disputes that clients open: while one is open, its part does not complete.
 */
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import DisputeOpened from '#refunds/events/dispute_opened'

interface NewDispute {
  orderId: string
  partId: string
  openedBy: string
  reason: string
  amount: number
  currency: string
}

/** @returns its id; null when the part has an open one already */
export async function insertDispute(trx: Transaction, dispute: NewDispute): Promise<string | null> {
  const id = newId('dispute')
  const now = clock.now()
  const isOnly = await insertedOnce(trx, 'disputes', {
    id,
    order_id: dispute.orderId,
    partner_order_id: dispute.partId,
    origin: 'client',
    origin_id: id,
    open_for: dispute.partId,
    opened_by: dispute.openedBy,
    reason: dispute.reason,
    status: 'open',
    amount: dispute.amount,
    currency: dispute.currency,
    created_at: now,
    updated_at: now,
  })
  if (!isOnly) return null
  await countOpen(trx, dispute.partId, 1)
  await outbox.record(trx, new DisputeOpened(id))
  return id
}

/** How many open disputes keep a part from completing. */
export async function countOpen(trx: Transaction, partId: string, more: 1 | -1) {
  await trx
    .from('partner_orders')
    .where('id', partId)
    .update({ open_disputes: trx.raw('open_disputes + ?', [more]), updated_at: clock.now() })
}
