/*
 * What a bank's charge-back takes out of the books: as much of its amount as the payment still has.
 * A refund may have taken the money before and come back later, so this is asked again each time
 * that something is given back to a payment.
 */
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { post, type Entry } from '#ledger/services/post'
import { partsOf } from '#orders/queries/order_parts'
import { bookedPayment, leftOfPayment, type BookedPayment } from '#refunds/queries/booked_payment'
import type { DisputeRow } from '#refunds/queries/dispute_rows'
import { claimPayment, countDispute } from '#refunds/services/counters'
import { coverLoss } from '#refunds/services/losses'
import { leftOf, shareRows, takeEntries } from '#refunds/services/shares'
import { splitOverParts, type Share } from '#refunds/services/split'

/** Takes what the charge-backs of a payment lack, oldest first; behind the order's lock. */
export async function bookChargeBacks(trx: Transaction, paymentId: string) {
  const disputes: DisputeRow[] = await trx
    .from('disputes')
    .where({ payment_id: paymentId, origin: 'gateway' })
    .whereIn('status', ['open', 'resolved_client'])
    .whereColumn('booked_amount', '<', 'amount')
    .orderBy('id')
  for (const dispute of disputes) await bookOne(trx, paymentId, dispute)
}

async function bookOne(trx: Transaction, paymentId: string, dispute: DisputeRow) {
  // read again: the one before it may have taken something
  const payment = await bookedPayment(trx, paymentId)
  if (!payment) return
  const booked = Number(dispute.booked_amount)
  const amount = Math.min(Number(dispute.amount) - booked, leftOfPayment(payment))
  if (amount <= 0) return
  await claimPayment(trx, paymentId, 'disputed_amount', amount)
  await post(trx, {
    ...(await nameOf(trx, dispute)),
    refType: 'dispute',
    currency: payment.currency,
    entries: [
      ...(await takeFrom(trx, payment, dispute.id, amount)),
      ...(await to(trx, payment, dispute, amount)),
    ],
  })
  const values = { booked_amount: booked + amount, updated_at: clock.now() }
  await trx.from('disputes').where('id', dispute.id).update(values)
}

/** A dispute opens once; each later growth is a fact of its own. */
async function nameOf(trx: Transaction, { id, booked_amount: booked }: DisputeRow) {
  if (Number(booked) === 0) return { kind: 'dispute_opened', refId: id }
  const [{ count }] = await trx
    .from('ledger_transactions')
    .where('ref_id', 'like', `${id}:%`)
    .count('* as count')
  return { kind: 'dispute_grown', refId: `${id}:${Number(count) + 1}` }
}

/** While the bank thinks, nobody has it; of a lost one the gateway has taken it. */
async function to(
  trx: Transaction,
  { gateway }: BookedPayment,
  dispute: DisputeRow,
  amount: number
): Promise<Entry[]> {
  if (dispute.status === 'open') return [{ account: 'dispute_in_flight', amount }]
  return coverLoss(trx, dispute, gateway, amount)
}

/** Who has the money of a payment: partners and platform, the platform, or nobody any more. */
async function takeFrom(
  trx: Transaction,
  { kind, order_id: orderId, currency }: BookedPayment,
  disputeId: string,
  amount: number
): Promise<Entry[]> {
  if (kind === 'link_captured') return [{ account: 'platform_revenue', amount: -amount }]
  if (kind === 'payment_unfulfillable') return [{ account: 'refund_in_flight', amount: -amount }]
  const parts = await partsOf(trx, orderId!)
  const shares = splitOverParts(await leftOf(trx, parts), amount)
  await addShares(trx, disputeId, shares)
  await countDispute(trx, shares, 1)
  return takeEntries(trx, currency, parts, shares)
}

async function addShares(trx: Transaction, disputeId: string, shares: Share[]) {
  const rows = shareRows({ dispute_id: disputeId }, shares)
  for (const { partner_order_id: partId, ...row } of rows) {
    const share = { dispute_id: disputeId, partner_order_id: partId }
    const known = trx.from('dispute_shares').where(share)
    const isKnown = await known.clone().first()
    if (!isKnown)
      await trx
        .insertQuery()
        .table('dispute_shares')
        .insert({ ...share, ...row })
    else
      await known
        .increment('amount', row.amount)
        .increment('partner_amount', row.partner_amount)
        .increment('platform_amount', row.platform_amount)
        .increment('tax_amount', row.tax_amount)
  }
}
