import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { nextPollAt } from '#core/support/poll_times'
import { lockOrder } from '#orders/services/states'
import { pendingName } from '#payments/queries/payment_rows'
import RequestRefund from '#refunds/actions/request_refund'
import { NothingToRefund, RefundInDoubt, RefundNotFailed, RefundRetried } from '#refunds/errors'
import { bookedPayment } from '#refunds/queries/booked_payment'
import {
  onlyStalled,
  refundById,
  refundWithShares,
  type RefundRow,
  type RefundWithShares,
} from '#refunds/queries/refund_rows'
import { makePlainRefund } from '#refunds/services/plain_refund'

interface RetryInput {
  actor: Actor
  refundId: string
  /** why now; the client is told the reason of the first one */
  reason: string
}

/**
 * A refund failed at the gateway: the same is asked for once more, as a refund of its own. Each has
 * one successor at most, so that of many clicks one refunds. Where nobody knows the outcome, because
 * the gateway did not answer for a week, it is asked again about the same refund, under its own key.
 */
export default class RetryRefund {
  constructor(private requestRefund = new RequestRefund()) {}

  /**
   * @returns the new refund's id; of a stalled one its own
   * @throws NotFound
   * @throws RefundNotFailed, RefundRetried
   * @throws RefundInDoubt when an earlier attempt of it may have reached the gateway
   * @throws NothingToRefund, RefundTooLarge when the money went back otherwise
   */
  async execute({ actor, refundId, reason }: RetryInput): Promise<string> {
    return write(async (trx) => {
      const { order_id: orderId } = await refundById(trx, refundId)
      if (orderId) await lockOrder(trx, orderId)
      const id = (await askAgain(trx, refundId)) ? refundId : await this.#anew(trx, refundId, actor)
      const refund = await refundById(trx, refundId)
      await recordAudit(trx, {
        actor,
        action: 'refund.retried',
        subject: { type: 'refund', id: refundId },
        personId: await clientOf(trx, refund),
        after: { refundId: id, amount: Number(refund.amount) },
        reason,
      })
      return id
    })
  }

  async #anew(trx: Transaction, refundId: string, actor: Actor): Promise<string> {
    const id = newId('refund')
    await claim(trx, refundId, id)
    const failed = await refundWithShares(trx, refundId)
    if (failed.shares.length) await this.#ofOrder(trx, failed, actor, id)
    else await ofPayment(trx, failed.refund, actor, id)
    return id
  }

  async #ofOrder(trx: Transaction, failed: RefundWithShares, actor: Actor, id: string) {
    const { id: refundId, order_id: orderId, reason } = failed.refund
    const shares = failed.shares.map((share) => ({
      partId: share.partner_order_id,
      amount: Number(share.amount),
    }))
    const lines = failed.lines.map((line) => ({
      lineId: line.order_line_id,
      quantity: line.quantity,
      amount: Number(line.amount),
    }))
    const again = { id, shares, lines }
    await this.requestRefund.execute({ orderId: orderId!, reason, actor, again })
    // whoever asked for it sees how it goes on
    for (const table of ['refund_requests', 'disputes'])
      await trx
        .from(table)
        .where({ order_id: orderId, refund_id: refundId })
        .update({ refund_id: id })
  }
}

/**
 * A stalled refund is polled for another week, and at once.
 *
 * @returns false for one that is not stalled (any more)
 */
async function askAgain(trx: Transaction, refundId: string): Promise<boolean> {
  const stalled = onlyStalled(trx.from('refunds').where({ id: refundId }))
  // not its first attempt: whoever asks again says so
  const values = { polls: 1, poll_at: nextPollAt(1, clock.now()), updated_at: clock.now() }
  if (!(await changedOne(stalled, values))) return false
  await outbox.dispatch(trx, 'refunds.send_refund', { refundId })
  return true
}

/** An outcome that nobody knows is asked for by the poller, under its own key; never sent anew. */
async function claim(trx: Transaction, refundId: string, by: string) {
  const open = trx.from('refunds').where({ id: refundId, status: 'failed' }).whereNull('retried_by')
  const isClaimed = await changedOne(open, { retried_by: by })
  const refund = await refundById(trx, refundId)
  if (!isClaimed && refund.retried_by) throw new RefundRetried(refund.retried_by)
  if (!isClaimed) throw new RefundNotFailed(refund.status)
  const isUnnamed = refund.gateway_refund_id === pendingName(refundId)
  if (isUnnamed && refund.polls > 1) throw new RefundInDoubt()
}

/** Of a payment that no partner has a share of. */
async function ofPayment(trx: Transaction, failed: RefundRow, actor: Actor, id: string) {
  const payment = await bookedPayment(trx, failed.payment_id)
  if (!payment) throw new NothingToRefund()
  const { amount, reason } = failed
  await makePlainRefund(trx, { payment, amount: Number(amount), reason, actor, id })
}

async function clientOf(trx: Transaction, { payment_id: id }: RefundRow): Promise<string | null> {
  const payment = await trx.from('payments').where({ id }).select('client_id').firstOrFail()
  return payment.client_id
}
