/*
 * Refunds that nobody asks for by hand - of a cancelled part, of money that came too late - are made
 * again when they failed, as a new refund of the same cause. A failed one keeps the cause's name with
 * its number, 'cancel:<part>#1', so the cause is free again and its failures can be counted.
 */
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, HOUR } from '#core/support/clock'
import type { RefundRow } from '#refunds/queries/refund_rows'

const AUTOMATIC = /^(?:cancel|late):/
/** after the first failure, the second, ...; then it is left to people: five days in all */
const PAUSES = [HOUR, 5 * HOUR, 24 * HOUR, 90 * HOUR]

/**
 * Frees the cause of a failed refund, and plans the next one.
 *
 * @returns false when no other will be made by itself
 */
export async function retryLater(
  trx: Transaction,
  { id, cause_key: cause }: Pick<RefundRow, 'id' | 'cause_key'>
): Promise<boolean> {
  if (!AUTOMATIC.test(cause)) {
    await renameCause(trx, id, id)
    return false
  }
  const [{ count }] = await trx
    .from('refunds')
    .where('cause_key', 'like', `${cause}#%`)
    .count('* as count')
  const failures = Number(count)
  await renameCause(trx, id, `${cause}#${failures + 1}`)
  if (failures >= PAUSES.length) return false
  const availableAt = clock.now() + PAUSES[failures]
  const dedupeKey = `retry-refund:${id}`
  await outbox.dispatch(trx, 'refunds.retry_refund', { refundId: id }, { availableAt, dedupeKey })
  return true
}

async function renameCause(trx: Transaction, id: string, cause: string) {
  await trx.from('refunds').where({ id }).update({ cause_key: cause })
}

/** What a failed refund of that kind was for: 'cancel' and a part, or 'late' and a payment. */
export function causeOf({ cause_key: key }: Pick<RefundRow, 'cause_key'>) {
  const [kind, id] = key.split('#')[0].split(':')
  return { kind, id }
}
