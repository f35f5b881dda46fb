import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'

/**
 * Ends an open link; its page at the gateway is closed by a job. Money that comes all the same goes
 * back, unless an order waits for it.
 *
 * @returns false when it is not open any more
 */
export async function closeLink(trx: Transaction, linkId: string, status: 'cancelled' | 'expired') {
  const open = trx.from('payment_links').where({ id: linkId, status: 'open' })
  if (!(await changedOne(open, { status, updated_at: clock.now() }))) return false
  const payments = await trx.from('payments').where({ link_id: linkId }).select('id')
  for (const { id } of payments) await cancelLater(trx, id)
  return true
}

/** The gateway is told, until it has understood, that a payment is not wanted any more. */
export async function cancelLater(trx: Transaction, paymentId: string) {
  const dedupeKey = `cancel-payment:${paymentId}`
  await outbox.dispatch(trx, 'payments.cancel_payment', { paymentId }, { dedupeKey })
}
