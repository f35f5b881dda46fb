import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { lockOrder } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { requestWhere, type RequestRow } from '#refunds/queries/request_rows'
import { insertDispute } from '#refunds/services/disputes'
import { answerRequest, payRequest } from '#refunds/services/requests'

interface AnswerInput {
  actor: Actor
  requestId: string
  decision: 'accept' | 'contest'
  answer?: string
}

/** A partner gives money back, or leaves it to staff to decide. */
export default class AnswerRefundRequest {
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
      await answerRequest(trx, requestId, status, answer ?? null)
      if (decision === 'accept') await payRequest(trx, request, actor)
      else await contest(trx, request)
      return requestWhere(trx, own)
    })
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
