/*
 * A payment begins in three steps, so that a crash between any two of them is gone on from and never
 * charges twice: a row of ours, the gateway's call with our id as its key, the gateway's answer.
 */
import env from '#start/env'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { nextPollAt } from '#core/support/poll_times'
import { GatewayRefused } from '#payments/errors'
import { gateway } from '#payments/gateways/registry'
import type { GatewayName, GatewayPayment } from '#payments/gateways/gateway'
import { isNamed, pendingName, type PaymentRow } from '#payments/queries/payment_rows'
import { applyGatewayPayment } from '#payments/services/apply_payment'

export interface NewPayment {
  purpose: PaymentRow['purpose']
  orderId?: string | null
  linkId?: string | null
  clientId: string | null
  gateway: GatewayName
  amount: number
  currency: string
  /** what it pays and where: one live payment for each */
  openFor: string
}

/** The first step: the live payment for the same thing, or a new one. */
export async function reservePayment(trx: Transaction, input: NewPayment): Promise<PaymentRow> {
  for (;;) {
    const id = newId('payment')
    if (await insertedOnce(trx, 'payments', newPaymentRow(id, input)))
      return trx.from('payments').where({ id }).firstOrFail()
    const live = await trx.from('payments').where({ open_for: input.openFor }).first()
    if (live) return live // else it has ended this very moment
  }
}

function newPaymentRow(id: string, input: NewPayment) {
  const now = clock.now()
  return {
    id,
    purpose: input.purpose,
    order_id: input.orderId ?? null,
    link_id: input.linkId ?? null,
    client_id: input.clientId,
    gateway: input.gateway,
    gateway_payment_id: pendingName(id),
    amount: input.amount,
    currency: input.currency,
    status: 'created',
    poll_at: nextPollAt(0, now),
    open_for: input.openFor,
    created_at: now,
    updated_at: now,
  }
}

/**
 * The second and third step; also after a crash, or an answer that was lost: the key is the same.
 *
 * @returns the payment, named by the gateway
 * @throws GatewayRefused: nothing happened there, and the payment has failed
 * @throws GatewayUnavailable: the outcome is unknown, and the payment stays as it is
 */
export async function openAtGateway(payment: PaymentRow, isHosted: boolean): Promise<PaymentRow> {
  if (isNamed(payment)) return payment
  const driver = await gateway(payment.gateway)
  const answer = await driver
    .createPayment({
      key: payment.id,
      paymentId: payment.id,
      amount: Number(payment.amount),
      currency: payment.currency,
      description: payment.order_id ? `Order ${payment.order_id}` : `Payment ${payment.link_id}`,
      isHosted,
      returnUrl: `${env.get('CLIENT_URL')}/payments/${payment.id}`,
      cancelUrl: `${env.get('CLIENT_URL')}/payments/${payment.id}?cancelled=true`,
    })
    .catch(async (error) => {
      if (error instanceof GatewayRefused) await noteRefusal(payment, error)
      throw error
    })
  return write((trx) => keepAnswer(trx, payment, answer))
}

async function keepAnswer(trx: Transaction, payment: PaymentRow, answer: GatewayPayment) {
  await applyGatewayPayment(trx, payment.gateway, { ...answer, paymentId: payment.id })
  const kept: PaymentRow = await trx.from('payments').where({ id: payment.id }).firstOrFail()
  if (kept.link_id)
    await trx
      .from('payment_links')
      .where({ id: kept.link_id })
      .update({ gateway_link_id: kept.gateway_payment_id, url: kept.redirect_url })
  return kept
}

async function noteRefusal(payment: PaymentRow, error: GatewayRefused) {
  await write((trx) =>
    trx
      .from('payments')
      .where({ id: payment.id, status: 'created' })
      .update({
        status: 'failed',
        failure_code: 'refused',
        failure_message: error.message.slice(0, 1000),
        open_for: null,
        poll_at: null,
        updated_at: clock.now(),
      })
  )
}
