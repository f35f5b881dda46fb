import logger from '@adonisjs/core/services/logger'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { post } from '#ledger/services/post'
import { partsOf } from '#orders/queries/order_parts'
import { deriveOrderStatus, lockOrder } from '#orders/services/states'
import { GatewayObjectUnknown } from '#payments/errors'
import type { GatewayName, GatewayRefund } from '#payments/gateways/gateway'
import RecordGatewayRefund from '#refunds/actions/record_gateway_refund'
import { RefundMismatch } from '#refunds/errors'
import RefundFailed from '#refunds/events/refund_failed'
import RefundSucceeded from '#refunds/events/refund_succeeded'
import { bookedPayment } from '#refunds/queries/booked_payment'
import { pendingName } from '#payments/queries/payment_rows'
import { refundById, type RefundRow } from '#refunds/queries/refund_rows'
import { bookChargeBacks } from '#refunds/services/charge_backs'
import { countRefund, releasePayment } from '#refunds/services/counters'
import { reservePieces } from '#refunds/services/reserve_pieces'
import { giveBackEntries, storedShares } from '#refunds/services/shares'
import { retryLater } from '#refunds/services/retries'
import { moveRefund, type RefundStatus } from '#refunds/services/states'

/**
 * What a gateway says about a refund, whoever brings it: our own call, a web hook (which may come
 * first) or the poller. News that is known already changes nothing.
 */
export default class ApplyRefund {
  constructor(private recordGatewayRefund = new RecordGatewayRefund()) {}

  /**
   * @throws GatewayObjectUnknown for a refund of a payment that is none of ours, or one that may be
   * our own whose name we do not know yet
   * @throws RefundMismatch when amount or currency are not what was asked for
   */
  async execute({ gateway, refund: news }: { gateway: GatewayName; refund: GatewayRefund }) {
    await write(async (trx) => {
      const id = (await findOwn(trx, gateway, news)) ?? (await this.#foreign(trx, gateway, news))
      if (id) await apply(trx, id, news)
    })
  }

  /** Somebody gave money back at the gateway itself. */
  async #foreign(trx: Transaction, gateway: GatewayName, news: GatewayRefund) {
    if (await isMaybeOurs(trx, gateway, news)) throw new GatewayObjectUnknown(gateway, news.id)
    // one that failed before we heard of it moved nothing
    if (news.status === 'failed') return null
    return this.recordGatewayRefund.execute(trx, gateway, news)
  }
}

/** Locks what is found, so that of two pieces of news the second sees what the first did. */
async function findOwn(
  trx: Transaction,
  gateway: string,
  { id: gatewayRefundId, refundId }: GatewayRefund
): Promise<string | null> {
  const mine = () => trx.from('refunds').where('gateway', gateway).select('id')
  const found =
    (await mine().where('gateway_refund_id', gatewayRefundId).first()) ??
    (refundId && (await mine().where('id', refundId).first()))
  if (!found) return null
  const row = await refundById(trx, found.id)
  if (row.order_id) await lockOrder(trx, row.order_id)
  await trx.from('refunds').where('id', row.id).update({ updated_at: clock.now() })
  return row.id
}

/** A refund of that amount was sent for this payment, and its answer is not there yet. */
async function isMaybeOurs(trx: Transaction, gateway: string, news: GatewayRefund) {
  const unnamed = await trx
    .from('refunds')
    .join('payments', 'payments.id', 'refunds.payment_id')
    .where({
      'payments.gateway': gateway,
      'payments.gateway_payment_id': news.gatewayPaymentId,
      'refunds.amount': news.amount,
      'refunds.status': 'requested',
    })
    .where('refunds.polls', '>', 0)
    .first()
  return unnamed !== null
}

async function apply(trx: Transaction, id: string, news: GatewayRefund) {
  const refund = await refundById(trx, id)
  assertSame(refund, news)
  const from = refund.status
  const isUnnamed = refund.gateway_refund_id === pendingName(id)
  const name = isUnnamed ? { gateway_refund_id: news.id } : {}
  if (!isUnnamed && refund.gateway_refund_id !== news.id)
    throw new RefundMismatch(`${id} is ${refund.gateway_refund_id} there, not ${news.id}`)
  const failure = { failure_message: news.failureMessage ?? 'The gateway gave no reason' }
  const values = { ...name, ...(news.status === 'failed' && failure) }
  if (!(await moveRefund(trx, id, from, news.status, values))) return
  if (news.status === 'succeeded') await settle(trx, refund)
  if (news.status === 'failed') await undo(trx, refund, from, failure.failure_message)
}

function assertSame({ id, amount, currency }: RefundRow, news: GatewayRefund) {
  if (Number(amount) === news.amount && currency === news.currency) return
  throw new RefundMismatch(
    `${id}: ${amount} ${currency} was asked for, the gateway speaks of ${news.amount} ${news.currency}`
  )
}

async function settle(trx: Transaction, { id, gateway, currency, ...refund }: RefundRow) {
  const amount = Number(refund.amount)
  await post(trx, {
    kind: 'refund_succeeded',
    refType: 'refund',
    refId: id,
    currency,
    entries: [
      { account: 'refund_in_flight', amount: -amount },
      { account: 'gateway', ownerId: gateway, amount },
    ],
  })
  await outbox.record(trx, new RefundSucceeded(id))
}

/** Everybody has their share again; what was sent back has come back to the gateway. */
async function undo(trx: Transaction, refund: RefundRow, from: RefundStatus, why: string) {
  const { id, payment_id: paymentId, order_id: orderId, gateway, currency } = refund
  const amount = Number(refund.amount)
  const payment = await bookedPayment(trx, paymentId)
  await releasePayment(trx, paymentId, 'refunded_amount', amount)
  const shares = await storedShares(trx, 'refund', id)
  const source =
    from === 'succeeded'
      ? ({ account: 'gateway', ownerId: gateway, amount: -amount } as const)
      : ({ account: 'refund_in_flight', amount: -amount } as const)
  if (shares.length && orderId) {
    const lines = await trx.from('refund_lines').where('refund_id', id)
    const counted = lines.map((line) => ({ lineId: line.order_line_id, quantity: line.quantity }))
    await countRefund(trx, orderId, shares, counted, -1)
    await reservePieces(trx, { refundId: id, orderId, lines: counted })
    const parts = await partsOf(trx, orderId)
    const entries = [source, ...(await giveBackEntries(trx, currency, parts, shares))]
    await post(trx, { kind: 'refund_failed', refType: 'refund', refId: id, currency, entries })
    await deriveOrderStatus(trx, orderId, { reason: 'A refund failed' })
  } else if (payment?.kind === 'link_captured') {
    const entries = [source, { account: 'platform_revenue' as const, amount }]
    await post(trx, { kind: 'refund_failed', refType: 'refund', refId: id, currency, entries })
  } else if (from === 'succeeded') {
    // money that came too late is nobody's: it waits to be sent again
    const entries = [source, { account: 'refund_in_flight' as const, amount }]
    await post(trx, { kind: 'refund_failed', refType: 'refund', refId: id, currency, entries })
  }
  // a bank may have claimed what was on its way back: that was often why the refund failed
  await bookChargeBacks(trx, paymentId)
  const isFinal = !(await retryLater(trx, refund))
  const facts = { refund: id, cause: refund.cause_key, isFinal, why }
  logger.error(facts, 'a refund failed: the client still waits for the money')
  await outbox.record(trx, new RefundFailed(id, isFinal))
}
