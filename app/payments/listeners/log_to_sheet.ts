import { createHmac } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { Job } from '#core/outbox/job'
import { clock, SECOND, toIso } from '#core/support/clock'
import { exponentOf } from '#core/support/money'

/** The sheet is a convenience: so long is waited for it, and so often. */
const TIMEOUT = 5 * SECOND

/** Adds a row about a payment to a spreadsheet's web hook; on its own queue, and with few tries. */
export default class LogToSheet extends Job<{ paymentId: string }> {
  static queue = 'sheet'
  static maxAttempts = 3

  static isWanted(): boolean {
    return Boolean(env.get('SHEET_LOG_URL'))
  }

  async handle({ paymentId }: { paymentId: string }) {
    const url = env.get('SHEET_LOG_URL')
    if (!url) return
    const body = JSON.stringify(await rowAbout(paymentId))
    const timestamp = String(clock.now())
    const signature = createHmac('sha256', env.get('SHEET_LOG_SECRET'))
      .update(`${timestamp}.${body}`)
      .digest('hex')
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-souk-timestamp': timestamp,
        'x-souk-signature': signature,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!response.ok) throw new Error(`The sheet answered ${response.status}`)
  }
}

async function rowAbout(paymentId: string) {
  const payment = await db
    .from('payments')
    .leftJoin('orders', 'orders.id', 'payments.order_id')
    .where('payments.id', paymentId)
    .select('payments.*', 'orders.number')
    .firstOrFail()
  return {
    paymentId,
    order: payment.number,
    gateway: payment.gateway,
    gatewayPaymentId: payment.gateway_payment_id,
    amount: (Number(payment.amount) / 10 ** exponentOf(payment.currency)).toFixed(
      exponentOf(payment.currency)
    ),
    currency: payment.currency,
    capturedAt: toIso(payment.captured_at),
  }
}
