/*
 * Banks that claim payments back, and what must hold of the books meanwhile.
 */
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import CheckIntegrity from '#integrity/queries/check_integrity'
import GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import RequestRefund from '#refunds/actions/request_refund'
import { unique } from '#tests/helpers/actors'
import { wrongBooks } from '#tests/helpers/money'
import { tellOfRefund, wrongPending, wrongRefunds, type PaidOrder } from '#tests/helpers/refunds'

/** A bank claims a payment back. @returns how it tells of it */
export function claim(order: PaidOrder, amount = order.total, currency = 'EUR') {
  const id = unique('dp_')
  return (status: 'open' | 'won' | 'lost') =>
    write((trx) =>
      outbox.record(
        trx,
        new GatewayDisputeReported('sandbox', {
          id,
          gatewayPaymentId: order.gatewayPaymentId,
          status,
          amount,
          currency,
          reason: 'fraudulent',
        })
      )
    )
}

/** The order's counters, its partners' money and the books agree. */
export async function assertSound(assert: any, order: PaidOrder) {
  assert.deepEqual(await wrongRefunds([order.orderId]), [])
  assert.deepEqual(await wrongPending(order.parts.map((part) => part.partner_id)), [])
  assert.deepEqual(await wrongBooks(), [])
}

/** A refund that the gateway has taken. @returns how it ends */
export async function refundOnItsWay(order: PaidOrder, amount: number) {
  const cause = { orderId: order.orderId, amount, reason: 'x', actor: null }
  const id = await new RequestRefund().execute(cause)
  const news = {
    id: unique('re_'),
    refundId: id,
    gatewayPaymentId: order.gatewayPaymentId,
    amount,
    currency: 'EUR',
  }
  await tellOfRefund({ ...news, status: 'pending' })
  return (status: 'failed' | 'succeeded' = 'failed') =>
    tellOfRefund({ ...news, status, failureMessage: 'charge_disputed' })
}

/** Nothing of the invariants that a payment's charge-backs touch is broken. */
export async function assertNoFindings(assert: any, { paymentId, orderId }: PaidOrder) {
  const { invariants } = await new CheckIntegrity().execute()
  const disputes = await db.from('disputes').where('payment_id', paymentId).select('id')
  const ids = [paymentId, orderId, ...disputes.map(({ id }) => id)]
  const found = invariants.filter(({ examples }) => examples.some(({ id }) => ids.includes(id)))
  assert.deepEqual(found, [])
}

/** What the money on its way differs by from what should be: of whatever other tests leave behind, too. */
export async function driftOf(name: string): Promise<number> {
  const { invariants } = await new CheckIntegrity().execute()
  const { examples } = invariants.find((one) => one.name === name)!
  const inEuro = examples.find(({ id }) => id === 'EUR')
  return inEuro ? inEuro.found - inEuro.expected : 0
}

export const paymentOf = (order: PaidOrder) =>
  db.from('payments').where('id', order.paymentId).firstOrFail()
