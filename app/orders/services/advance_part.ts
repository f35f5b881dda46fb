/*
 * What a step of a part brings with it: goods that leave the shelf, the hold of the money, the news.
 */
import env from '#start/env'
import { shipReserved } from '#catalogue/services/stock'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, DAY } from '#core/support/clock'
import { PartNotMovable } from '#orders/errors'
import PartAdvanced from '#orders/events/part_advanced'
import type { PartRow } from '#orders/queries/order_parts'
import { cancelPart, variantsOf } from '#orders/services/cancel_part'
import { movePart, type Change, type PartStatus } from '#orders/services/states'

/** What somebody may ask for; the other steps follow from a payment, a submission, the hold. */
export const STEPS = ['accepted', 'processing', 'shipped', 'delivered', 'cancelled'] as const
export type Step = (typeof STEPS)[number]

/**
 * Moves a part on. The caller holds the lock of its order (`lockOrder`) and has read the part after.
 *
 * @throws PartNotMovable (409) when its status does not lead there; a part with a package is handed
 *   in (`submitted`), never shipped
 */
export async function advancePart(
  trx: Transaction,
  part: PartRow,
  to: Exclude<PartStatus, 'completed'>,
  change: Change = {}
) {
  if (to === 'cancelled') return cancelPart(trx, part, change)
  const isFitting = to !== 'shipped' || !part.has_package
  const values = { ...change.values, ...valuesOf(to) }
  if (!isFitting || !(await movePart(trx, part, to, { ...change, values })))
    throw new PartNotMovable(part.status, to)
  if (to === 'shipped' || to === 'submitted')
    await shipReserved(trx, part.order_id, await variantsOf(trx, part.id), change.actor?.id ?? null)
  if (to === 'delivered') await approveSubmission(trx, part)
  const byItself = !change.actor
  await outbox.record(trx, new PartAdvanced(part.id, part.order_id, part.status, to, byItself))
}

/**
 * Work that was handed in is approved by itself when nobody answers; a delivered part completes by
 * itself when the hold is over.
 */
function valuesOf(to: PartStatus) {
  const now = clock.now()
  if (to === 'submitted') return { approves_at: now + env.get('APPROVAL_DAYS') * DAY }
  if (to !== 'delivered') return {}
  return { delivered_at: now, completes_at: now + env.get('HOLD_DAYS') * DAY }
}

/** Whoever says that it is delivered, the submission that waited for an answer has one. */
async function approveSubmission(trx: Transaction, part: PartRow) {
  await trx
    .from('submissions')
    .where({ partner_order_id: part.id, status: 'submitted' })
    .update({ status: 'approved', answered_at: clock.now() })
}
