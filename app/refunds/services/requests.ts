/*
 * The end of a client's request for money back, whoever decides it. The caller holds the order's lock.
 */
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import RequestRefund from '#refunds/actions/request_refund'
import { RefundRequestNotOpen } from '#refunds/errors'
import RefundRequestAnswered from '#refunds/events/refund_request_answered'
import { piecesIn, requestWhere, type RequestRow } from '#refunds/queries/request_rows'
import type { RequestStatus } from '#refunds/services/states'
import type { Wanted } from '#refunds/services/wanted'

/**
 * Moves an open request on, once; the client is told. A contested one still keeps its part from
 * being asked for again.
 *
 * @throws RefundRequestNotOpen when it was answered before
 */
export async function answerRequest(
  trx: Transaction,
  id: string,
  status: Exclude<RequestStatus, 'open'>,
  answer: string | null
) {
  const now = clock.now()
  const open = trx.from('refund_requests').where({ id, status: 'open' })
  const values = { status, answer, answered_at: now, updated_at: now }
  const isOver = status !== 'contested'
  if (!(await changedOne(open, { ...values, ...(isOver && { open_for: id }) })))
    throw new RefundRequestNotOpen((await requestWhere(trx, { 'refund_requests.id': id })).status)
  await outbox.record(trx, new RefundRequestAnswered(id, status))
}

/** What a request asks for: pieces of lines, or an amount. */
export function wantedBy(request: RequestRow): Wanted {
  const lines = piecesIn(request)
  return lines.length ? { lines } : { amount: Number(request.amount) }
}

/**
 * Gives back what a request asks for, or what was granted of it.
 *
 * @throws NothingToRefund, RefundTooLarge when the money went back in the meantime
 */
export async function payRequest(
  trx: Transaction,
  request: RequestRow,
  actor: Actor,
  granted: Wanted = wantedBy(request)
) {
  const { id, order_id: orderId, partner_order_id: partId, reason } = request
  const cause = { reason, actor, causeKey: `request:${id}` }
  const refundId = await new RequestRefund().execute({ orderId, partId, ...granted, ...cause })
  await trx.from('refund_requests').where({ id }).update({ refund_id: refundId })
}
