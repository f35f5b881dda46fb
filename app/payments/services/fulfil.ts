/*
 * What a captured payment brings about, in the transaction of the capture.
 */
import logger from '@adonisjs/core/services/logger'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { post, type Entry } from '#ledger/services/post'
import { partsOf } from '#orders/queries/order_parts'
import { markOrderPaid } from '#orders/services/mark_paid'
import PaymentCaptured from '#payments/events/payment_captured'
import PaymentUnfulfillable from '#payments/events/payment_unfulfillable'
import type { PaymentRow } from '#payments/queries/payment_rows'

/**
 * Books the money and pays what it is for. What cannot be sold any more, or was paid before, is
 * booked as money on its way back; PaymentUnfulfillable makes the refund.
 */
export async function fulfil(trx: Transaction, payment: PaymentRow) {
  const isLinkOpen = payment.link_id === null || (await payLink(trx, payment.link_id))
  const isPaid =
    payment.order_id === null ? isLinkOpen : (await markOrderPaid(trx, payment.order_id)) === 'paid'
  if (!isPaid) return sendBack(trx, payment)

  const amount = Number(payment.amount)
  const { id: refId, currency, order_id: orderId } = payment
  await post(trx, {
    kind: orderId === null ? 'link_captured' : 'payment_captured',
    refType: 'payment',
    refId,
    currency,
    entries: [
      { account: 'gateway', ownerId: payment.gateway, amount: -amount },
      ...(orderId === null
        ? [{ account: 'platform_revenue', amount } satisfies Entry]
        : await sharesOf(trx, orderId, amount)),
    ],
  })
  await outbox.record(trx, new PaymentCaptured(payment.id, orderId))
}

/** Each partner's earning is on hold, tax is set aside, the platform keeps the rest. */
async function sharesOf(trx: Transaction, orderId: string, total: number): Promise<Entry[]> {
  const parts = await partsOf(trx, orderId)
  const earnings = parts.map((part) => ({
    account: 'partner_pending' as const,
    ownerId: part.partner_id,
    amount: Number(part.earning_amount),
  }))
  const tax = parts.reduce((sum, part) => sum + Number(part.tax_amount), 0)
  const earned = earnings.reduce((sum, { amount }) => sum + amount, 0)
  return [
    ...earnings,
    { account: 'tax', amount: tax },
    { account: 'platform_revenue', amount: total - earned - tax },
  ]
}

async function sendBack(trx: Transaction, payment: PaymentRow) {
  const amount = Number(payment.amount)
  await post(trx, {
    kind: 'payment_unfulfillable',
    refType: 'payment',
    refId: payment.id,
    currency: payment.currency,
    entries: [
      { account: 'gateway', ownerId: payment.gateway, amount: -amount },
      { account: 'refund_in_flight', amount },
    ],
  })
  await outbox.record(trx, new PaymentUnfulfillable(payment.id, payment.order_id))
  logger.warn({ payment: payment.id }, 'a payment came too late or twice: it goes back')
}

/** @returns false when it was paid or cancelled before */
function payLink(trx: Transaction, linkId: string): Promise<boolean> {
  const now = clock.now()
  const open = trx.from('payment_links').where({ id: linkId, status: 'open' })
  return changedOne(open, { status: 'paid', paid_at: now, updated_at: now })
}
