/*
 * The one way by which news of a payment reaches our books, whoever brings it: a web hook, the
 * client who comes back, the poller, a reconciliation. All of them may bring it twice, late, or at
 * the same moment.
 */
import encryption from '@adonisjs/core/services/encryption'
import logger from '@adonisjs/core/services/logger'
import { recordAudit } from '#audit/record'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import PaymentFailed from '#payments/events/payment_failed'
import type { GatewayName, GatewayPayment } from '#payments/gateways/gateway'
import { pendingName, type PaymentRow } from '#payments/queries/payment_rows'
import { fulfil } from '#payments/services/fulfil'
import { LIVE_PAYMENT, sourcesOf } from '#payments/services/states'

/** `unknown`: no payment of ours; `flagged`: not what we asked for, so nothing was booked. */
export type Applied = 'changed' | 'unchanged' | 'flagged' | 'unknown'

/**
 * Applies what a gateway says of a payment: forward only, and once. A capture is booked and the
 * order placed in the same transaction.
 */
export async function applyGatewayPayment(
  trx: Transaction,
  gateway: GatewayName,
  news: GatewayPayment
): Promise<Applied> {
  const payment = await paymentMeant(trx, gateway, news)
  if (!payment) return 'unknown'
  if (!isWhatWeAskedFor(payment, news)) return flag(trx, payment, news)
  await keepWayToPay(trx, payment, news)
  if (!(await moveForward(trx, payment, news))) return 'unchanged'
  if (news.status === 'captured') await fulfil(trx, payment)
  if (news.status === 'authorised') await captureLater(trx, payment.id)
  if (news.status === 'failed')
    await outbox.record(trx, new PaymentFailed(payment.id, payment.order_id))
  return 'changed'
}

/** Once: when that is declined, the client decides what comes next. */
async function captureLater(trx: Transaction, paymentId: string) {
  const dedupeKey = `capture-payment:${paymentId}`
  await outbox.dispatch(trx, 'payments.capture_payment', { paymentId }, { dedupeKey })
}

/** By the gateway's id; news that overtook the answer to our own call, by ours. */
async function paymentMeant(
  trx: Transaction,
  gateway: GatewayName,
  news: GatewayPayment
): Promise<PaymentRow | null> {
  const known = await trx.from('payments').where({ gateway, gateway_payment_id: news.id }).first()
  if (known || !news.paymentId) return known
  const unnamed = trx.from('payments').where({
    id: news.paymentId,
    gateway,
    gateway_payment_id: pendingName(news.paymentId),
  })
  await changedOne(unnamed, { gateway_payment_id: news.id, updated_at: clock.now() })
  return trx.from('payments').where({ gateway, gateway_payment_id: news.id }).first()
}

function isWhatWeAskedFor(payment: PaymentRow, news: GatewayPayment): boolean {
  const amount = Number(payment.amount)
  const isCaptured = news.status === 'captured'
  return (
    news.currency === payment.currency &&
    news.amount === amount &&
    (!isCaptured || news.capturedAmount === amount)
  )
}

/** Another amount or currency is for people to look at: the order stays unpaid. */
async function flag(trx: Transaction, payment: PaymentRow, news: GatewayPayment): Promise<Applied> {
  const unflagged = trx
    .from('payments')
    .where({ id: payment.id })
    .whereNull('flag')
    .whereNot('status', 'captured')
  if (!(await changedOne(unflagged, { flag: 'amount', updated_at: clock.now() }))) return 'flagged'
  const { amount, capturedAmount, currency, status } = news
  await recordAudit(trx, {
    actor: null,
    action: 'payment.flagged',
    subject: { type: 'payment', id: payment.id },
    personId: payment.client_id,
    before: { amount: Number(payment.amount), currency: payment.currency },
    after: { amount, capturedAmount, currency, status },
    reason: 'the gateway names another amount than we asked for',
  })
  logger.error({ payment: payment.id, gateway: payment.gateway }, 'a payment has a wrong amount')
  return 'flagged'
}

/** What the client finishes the payment with; a later answer that says nothing of it wipes nothing. */
async function keepWayToPay(trx: Transaction, payment: PaymentRow, news: GatewayPayment) {
  const isKept = payment.client_secret !== null || payment.redirect_url !== null
  if (isKept || (!news.clientSecret && !news.redirectUrl)) return
  await trx
    .from('payments')
    .where({ id: payment.id })
    .update({
      client_secret: news.clientSecret ? encryption.encrypt(news.clientSecret) : null,
      redirect_url: news.redirectUrl ?? null,
    })
}

function moveForward(trx: Transaction, payment: PaymentRow, news: GatewayPayment) {
  const now = clock.now()
  const { status } = news
  const movable = trx
    .from('payments')
    .where({ id: payment.id })
    .whereIn('status', sourcesOf(status))
  return changedOne(movable, {
    status,
    failure_code: news.failureCode?.slice(0, 60) ?? null,
    failure_message: news.failureMessage?.slice(0, 1000) ?? null,
    updated_at: now,
    version: trx.raw('version + 1'),
    ...(LIVE_PAYMENT.includes(status) ? {} : { open_for: null }),
    ...(status === 'cancelled' ? { poll_at: null } : {}),
    ...(status === 'captured'
      ? { captured_amount: Number(payment.amount), captured_at: now, poll_at: null, flag: null }
      : {}),
  })
}
