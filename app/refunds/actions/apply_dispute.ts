import { changedOne, insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { post, type Entry } from '#ledger/services/post'
import { partsOf } from '#orders/queries/order_parts'
import { lockOrder } from '#orders/services/states'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayDispute, GatewayName } from '#payments/gateways/gateway'
import DisputeOpened from '#refunds/events/dispute_opened'
import DisputeResolved from '#refunds/events/dispute_resolved'
import {
  bookedPayment,
  paymentAtGateway,
  type BookedPayment,
} from '#refunds/queries/booked_payment'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'
import { claimPayment, countDispute, releasePayment } from '#refunds/services/counters'
import {
  giveBackEntries,
  leftOf,
  shareRows,
  storedShares,
  takeEntries,
} from '#refunds/services/shares'
import { splitOverParts } from '#refunds/services/split'

/**
 * A client's bank claims a payment back, and decides: what is left of the payment leaves everybody's
 * share at once, and comes back when the claim is turned down.
 */
export default class ApplyDispute {
  /** @throws GatewayObjectUnknown for a payment that is none of ours (yet) */
  async execute({ gateway, dispute: news }: { gateway: GatewayName; dispute: GatewayDispute }) {
    await write(async (trx) => {
      const payment = await paymentAtGateway(trx, gateway, news.gatewayPaymentId)
      if (!payment) throw new GatewayObjectUnknown(gateway, news.gatewayPaymentId)
      if (payment.order_id) await lockOrder(trx, payment.order_id)
      const originId = `${gateway}:${news.id}`.slice(0, 120)
      await open(trx, payment, originId, news)
      if (news.status !== 'open') await decide(trx, payment, originId, news.status)
    })
  }
}

async function open(
  trx: Transaction,
  payment: BookedPayment,
  originId: string,
  news: GatewayDispute
) {
  const id = newId('dispute')
  const now = clock.now()
  const isNew = await insertedOnce(trx, 'disputes', {
    id,
    order_id: payment.order_id,
    payment_id: payment.id,
    origin: 'gateway',
    origin_id: originId,
    open_for: id,
    reason: news.reason || 'The bank gave no reason',
    status: 'open',
    amount: news.amount,
    currency: payment.currency,
    created_at: now,
    updated_at: now,
  })
  if (!isNew) return
  const booked = await book(trx, payment, id, news.amount)
  if (booked) await trx.from('disputes').where({ id }).update({ booked_amount: booked })
  await outbox.record(trx, new DisputeOpened(id))
}

/** Refunds may have taken some of it before. @returns how much was left to take */
async function book(trx: Transaction, payment: BookedPayment, disputeId: string, wanted: number) {
  // read again behind the order's lock
  const now = (await bookedPayment(trx, payment.id))!
  const { captured_amount: captured, refunded_amount: refunded, disputed_amount: disputed } = now
  const amount = Math.min(wanted, Number(captured) - Number(refunded) - Number(disputed))
  if (amount <= 0) return 0
  await claimPayment(trx, payment.id, 'disputed_amount', amount)
  await post(trx, {
    kind: 'dispute_opened',
    refType: 'dispute',
    refId: disputeId,
    currency: payment.currency,
    entries: [
      ...(await takeFrom(trx, payment, disputeId, amount)),
      { account: 'dispute_in_flight', amount },
    ],
  })
  return amount
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
  await trx
    .insertQuery()
    .table('dispute_shares')
    .multiInsert(shareRows({ dispute_id: disputeId }, shares))
  await countDispute(trx, shares, 1)
  return takeEntries(trx, currency, parts, shares)
}

async function decide(
  trx: Transaction,
  payment: BookedPayment,
  originId: string,
  verdict: 'won' | 'lost'
) {
  const found = await trx.from('disputes').where({ origin: 'gateway', origin_id: originId }).first()
  const dispute = await disputeById(trx, found.id)
  const { id } = dispute
  const status = verdict === 'won' ? 'resolved_partner' : 'resolved_client'
  const now = clock.now()
  const values = { status, resolved_at: now, updated_at: now } as const
  if (!(await changedOne(trx.from('disputes').where({ id, status: 'open' }), values))) return
  const amount = Number(dispute.booked_amount)
  if (amount > 0)
    await post(trx, {
      kind: `dispute_${verdict}`,
      refType: 'dispute',
      refId: id,
      currency: payment.currency,
      entries: [
        { account: 'dispute_in_flight', amount: -amount },
        ...(verdict === 'lost'
          ? [{ account: 'gateway' as const, ownerId: payment.gateway, amount }]
          : await giveBack(trx, payment, dispute, amount)),
      ],
    })
  await outbox.record(trx, new DisputeResolved(id, status))
}

async function giveBack(
  trx: Transaction,
  { id, kind, order_id: orderId, currency }: BookedPayment,
  dispute: DisputeRow,
  amount: number
): Promise<Entry[]> {
  await releasePayment(trx, id, 'disputed_amount', amount)
  if (kind === 'link_captured') return [{ account: 'platform_revenue', amount }]
  if (kind === 'payment_unfulfillable') return [{ account: 'refund_in_flight', amount }]
  const shares = await storedShares(trx, 'dispute', dispute.id)
  await countDispute(trx, shares, -1)
  return giveBackEntries(trx, currency, await partsOf(trx, orderId!), shares)
}
