import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { lockOrder } from '#orders/services/states'
import ResolveDispute from '#refunds/actions/resolve_dispute'
import { RefundTooLarge } from '#refunds/errors'
import RefundRequestDecided from '#refunds/events/refund_request_decided'
import { requestWhere, type RequestRow } from '#refunds/queries/request_rows'
import { answerRequest, payRequest, wantedBy } from '#refunds/services/requests'
import type { Wanted } from '#refunds/services/wanted'

interface DecideInput {
  actor: Actor
  requestId: string
  decision: 'approve' | 'reject'
  /** minor units, with `approve`: less than was asked for */
  amount?: number
  /** what the amount was meant in */
  currency?: string
  /** told to both sides */
  reason: string
}

/** Staff decide a request that its partner does not answer, or has contested. */
export default class DecideRefundRequest {
  constructor(private resolveDispute = new ResolveDispute()) {}

  /**
   * @throws NotFound
   * @throws RefundRequestNotOpen when it was decided before
   * @throws RefundTooLarge for more than was asked for, or is left
   * @throws NothingToRefund when all went back in the meantime
   */
  async execute(input: DecideInput): Promise<RequestRow> {
    const { actor, requestId, decision, reason } = input
    return write(async (trx) => {
      const wanted = { 'refund_requests.id': requestId }
      await lockOrder(trx, (await requestWhere(trx, wanted)).order_id)
      const before = await requestWhere(trx, wanted)
      if (before.status === 'contested') await this.#resolve(trx, before, input)
      else await decide(trx, before, input)
      const after = await requestWhere(trx, wanted)
      await recordAudit(trx, {
        actor,
        action: 'refund_request.decided',
        subject: { type: 'refund_request', id: requestId },
        personId: after.client_id,
        before: { status: before.status },
        after: { status: after.status, decision, refundId: after.refund_id },
        reason,
      })
      return after
    })
  }

  /** The partner has contested it: a dispute waits for the same decision. */
  async #resolve(trx: Transaction, request: RequestRow, input: DecideInput) {
    const { actor, decision, reason } = input
    const open = { open_for: request.partner_order_id, status: 'open' }
    const dispute = await trx.from('disputes').where(open).select('id').firstOrFail()
    const granted = decision === 'approve' ? grantedBy(request, input) : {}
    const resolution = decision === 'approve' ? 'partial' : 'reject'
    const verdict = { actor, disputeId: dispute.id as string, resolution, reason } as const
    await this.resolveDispute.execute({ ...verdict, ...granted })
  }
}

async function decide(trx: Transaction, request: RequestRow, input: DecideInput) {
  const { actor, decision, reason } = input
  const status = decision === 'approve' ? 'accepted' : 'rejected'
  await answerRequest(trx, request.id, status, reason)
  if (decision === 'approve') await payRequest(trx, request, actor, grantedBy(request, input))
  await outbox.record(trx, new RefundRequestDecided(request.id))
}

function grantedBy(request: RequestRow, { amount, currency }: DecideInput): Wanted {
  if (amount === undefined) return wantedBy(request)
  const asked = Number(request.amount)
  if (amount > asked) throw new RefundTooLarge(asked)
  return { amount, currency }
}
