import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { lockOrder } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'
import RequestRefund from '#refunds/actions/request_refund'
import { RefundRequestNotOpen } from '#refunds/errors'
import RefundRequestAnswered from '#refunds/events/refund_request_answered'
import { piecesIn, requestWhere, type RequestRow } from '#refunds/queries/request_rows'
import { insertDispute } from '#refunds/services/disputes'

interface AnswerInput {
  actor: Actor
  requestId: string
  decision: 'accept' | 'contest'
  answer?: string
}

/** A partner gives money back, or leaves it to staff to decide. */
export default class AnswerRefundRequest {
  constructor(private requestRefund = new RequestRefund()) {}

  /**
   * @throws NotFound for somebody else's request
   * @throws RefundRequestNotOpen when it was answered before
   * @throws NothingToRefund, RefundTooLarge when the money went back in the meantime
   */
  async execute({ actor, requestId, decision, answer }: AnswerInput): Promise<RequestRow> {
    return write(async (trx) => {
      const partner = await new GetOwnPartner().execute(actor)
      const own = { 'refund_requests.id': requestId, 'refund_requests.partner_id': partner.id }
      const request = await requestWhere(trx, own)
      await lockOrder(trx, request.order_id)
      const status = decision === 'accept' ? 'accepted' : 'contested'
      const now = clock.now()
      const open = trx.from('refund_requests').where({ id: requestId, status: 'open' })
      const values = { status, answer: answer ?? null, answered_at: now, updated_at: now }
      if (!(await changedOne(open, values)))
        throw new RefundRequestNotOpen((await requestWhere(trx, own)).status)
      if (decision === 'accept') await this.#accept(trx, request, actor)
      else await contest(trx, request)
      await outbox.record(trx, new RefundRequestAnswered(requestId, status))
      return requestWhere(trx, own)
    })
  }

  async #accept(trx: Transaction, request: RequestRow, actor: Actor) {
    const { id, order_id: orderId, partner_order_id: partId, reason } = request
    const lines = piecesIn(request)
    const wanted = lines.length ? { lines } : { amount: Number(request.amount) }
    const cause = { reason, actor, causeKey: `request:${id}` }
    const refundId = await this.requestRefund.execute({ orderId, partId, ...wanted, ...cause })
    await trx.from('refund_requests').where({ id }).update({ open_for: id, refund_id: refundId })
  }
}

/** Staff decide; until then the part's money is not released. */
async function contest(trx: Transaction, request: RequestRow) {
  await insertDispute(trx, {
    orderId: request.order_id,
    partId: request.partner_order_id,
    openedBy: request.client_id,
    reason: request.reason,
    amount: Number(request.amount),
    currency: request.currency,
  })
}
