import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { lockOrder } from '#orders/services/states'
import type { PartRow } from '#orders/queries/order_parts'
import RequestRefund from '#refunds/actions/request_refund'
import { DecidedByBank, DisputeNotOpen } from '#refunds/errors'
import DisputeResolved from '#refunds/events/dispute_resolved'
import RefundRequestAnswered from '#refunds/events/refund_request_answered'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'
import { countOpen } from '#refunds/services/disputes'
import { leftOf } from '#refunds/services/shares'
import type { Pieces } from '#refunds/services/wanted'

interface ResolveInput {
  actor: Actor
  disputeId: string
  resolution: 'refund' | 'partial' | 'reject'
  /** minor units, with `partial` */
  amount?: number
  /** what the amount was meant in */
  currency?: string
  /** with `partial`, in place of an amount */
  lines?: Pieces[]
  reason: string
}

/** Staff decide between client and partner: all of the part goes back, some of it, or nothing. */
export default class ResolveDispute {
  constructor(private requestRefund = new RequestRefund()) {}

  /**
   * @throws NotFound
   * @throws DecidedByBank for a charge-back
   * @throws DisputeNotOpen when it was resolved before
   * @throws RefundTooLarge
   */
  async execute(input: ResolveInput): Promise<DisputeRow> {
    const { actor, disputeId, resolution, reason } = input
    return write(async (trx) => {
      const dispute = await disputeById(trx, disputeId)
      if (dispute.origin === 'gateway') throw new DecidedByBank()
      await lockOrder(trx, dispute.order_id!)
      const status = resolution === 'reject' ? 'resolved_partner' : 'resolved_client'
      if (!(await close(trx, disputeId, status, reason, actor)))
        throw new DisputeNotOpen((await disputeById(trx, disputeId)).status)
      await countOpen(trx, dispute.partner_order_id!, -1)
      const refundId = resolution === 'reject' ? null : await this.#refund(trx, dispute, input)
      if (refundId)
        await trx.from('disputes').where('id', disputeId).update({ refund_id: refundId })
      await answerRequest(trx, dispute.partner_order_id!, status, refundId)
      await recordAudit(trx, {
        actor,
        action: 'dispute.resolved',
        subject: { type: 'dispute', id: disputeId },
        before: { status: 'open' },
        after: { status, resolution, refundId },
        reason,
      })
      await outbox.record(trx, new DisputeResolved(disputeId, status))
      return disputeById(trx, disputeId)
    })
  }

  /** @returns null when all of it went back in the meantime */
  async #refund(
    trx: Transaction,
    dispute: DisputeRow,
    { actor, amount, currency, lines, ...input }: ResolveInput
  ) {
    const { id, order_id: orderId, partner_order_id: partId } = dispute
    const part: PartRow = await trx.from('partner_orders').where('id', partId!).firstOrFail()
    const [left] = await leftOf(trx, [part])
    if (left.total === 0) return null
    const { reason, resolution } = input
    const wanted = resolution === 'partial' ? { amount, currency, lines } : {}
    const cause = { reason, actor, causeKey: `dispute:${id}` }
    return this.requestRefund.execute({ orderId: orderId!, partId: partId!, ...wanted, ...cause })
  }
}

function close(
  trx: Transaction,
  id: string,
  status: DisputeRow['status'],
  resolution: string,
  actor: Actor
) {
  const now = clock.now()
  return changedOne(trx.from('disputes').where({ id, status: 'open' }), {
    status,
    open_for: id,
    resolution,
    resolved_by: actor.id,
    resolved_at: now,
    updated_at: now,
  })
}

/** The request that led here, if one did, has its answer now. */
async function answerRequest(
  trx: Transaction,
  partId: string,
  verdict: DisputeRow['status'],
  refundId: string | null
) {
  const contested = await trx
    .from('refund_requests')
    .where({ open_for: partId, status: 'contested' })
    .first()
  if (!contested) return
  const status = verdict === 'resolved_client' ? 'accepted' : 'rejected'
  const values = { status, open_for: contested.id, refund_id: refundId, updated_at: clock.now() }
  await trx.from('refund_requests').where('id', contested.id).update(values)
  await outbox.record(trx, new RefundRequestAnswered(contested.id, status))
}
