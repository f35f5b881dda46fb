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
import { DisputeMismatch } from '#refunds/errors'
import DisputeOpened from '#refunds/events/dispute_opened'
import DisputeResolved from '#refunds/events/dispute_resolved'
import { paymentAtGateway, type BookedPayment } from '#refunds/queries/booked_payment'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'
import { bookChargeBacks } from '#refunds/services/charge_backs'
import { countDispute, releasePayment } from '#refunds/services/counters'
import { bookLoss, undoLoss } from '#refunds/services/losses'
import { giveBackEntries, storedShares } from '#refunds/services/shares'

/**
 * A client's bank claims a payment back, and decides: what is left of the payment leaves everybody's
 * share at once, and comes back when the claim is turned down.
 */
export default class ApplyDispute {
  /**
   * @throws GatewayObjectUnknown for a payment that is none of ours (yet)
   * @throws DisputeMismatch for another currency
   */
  async execute({ gateway, dispute: news }: { gateway: GatewayName; dispute: GatewayDispute }) {
    await write(async (trx) => {
      const payment = await paymentAtGateway(trx, gateway, news.gatewayPaymentId)
      if (!payment) throw new GatewayObjectUnknown(gateway, news.gatewayPaymentId)
      if (payment.currency !== news.currency)
        throw new DisputeMismatch(`${payment.id} is in ${payment.currency}, not ${news.currency}`)
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
  await bookChargeBacks(trx, payment.id)
  await outbox.record(trx, new DisputeOpened(id))
}

/** A bank may turn down what it had granted before; what it has turned down stays so. */
async function decide(
  trx: Transaction,
  payment: BookedPayment,
  originId: string,
  verdict: 'won' | 'lost'
) {
  // what a failed refund gave back since goes with it
  if (verdict === 'lost') await bookChargeBacks(trx, payment.id)
  const found = await trx.from('disputes').where({ origin: 'gateway', origin_id: originId }).first()
  const dispute = await disputeById(trx, found.id)
  const { id, status: from } = dispute
  const status = verdict === 'won' ? 'resolved_partner' : 'resolved_client'
  if (from === 'resolved_partner' || from === status) return
  const now = clock.now()
  const values = { status, resolved_at: now, updated_at: now } as const
  if (!(await changedOne(trx.from('disputes').where({ id, status: from }), values))) return
  if (verdict === 'lost') await lose(trx, payment, dispute)
  else await win(trx, payment, dispute)
  await outbox.record(trx, new DisputeResolved(id, status))
}

async function lose(trx: Transaction, payment: BookedPayment, dispute: DisputeRow) {
  const amount = Number(dispute.booked_amount)
  if (amount > 0)
    await postVerdict(trx, 'dispute_lost', dispute, [
      { account: 'dispute_in_flight', amount: -amount },
      { account: 'gateway', ownerId: payment.gateway, amount },
    ])
  await bookLoss(trx, dispute, payment.gateway)
}

async function win(trx: Transaction, payment: BookedPayment, dispute: DisputeRow) {
  const amount = Number(dispute.booked_amount)
  const source: Entry =
    dispute.status === 'open'
      ? { account: 'dispute_in_flight', amount: -amount }
      : { account: 'gateway', ownerId: payment.gateway, amount: -amount }
  if (amount > 0)
    await postVerdict(trx, 'dispute_won', dispute, [
      source,
      ...(await giveBack(trx, payment, dispute, amount)),
    ])
  await undoLoss(trx, dispute, payment.gateway)
  // another claim on the same payment may have waited for it
  await bookChargeBacks(trx, payment.id)
}

function postVerdict(
  trx: Transaction,
  kind: string,
  { id, currency }: DisputeRow,
  entries: Entry[]
) {
  return post(trx, { kind, refType: 'dispute', refId: id, currency, entries })
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
