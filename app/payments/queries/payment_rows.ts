import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'
import type { GatewayName, GatewayPaymentStatus } from '#payments/gateways/gateway'

/** Why the gateway's word of a payment is not believed: another amount or currency than ours. */
export const PAYMENT_FLAGS = ['amount'] as const
export type PaymentFlag = (typeof PAYMENT_FLAGS)[number]

export interface PaymentRow {
  id: string
  purpose: 'order' | 'link'
  order_id: string | null
  link_id: string | null
  client_id: string | null
  gateway: GatewayName
  /** `pending:<id>` until the gateway has named it */
  gateway_payment_id: string
  /** minor units */
  amount: number
  currency: string
  status: GatewayPaymentStatus
  captured_amount: number
  refunded_amount: number
  disputed_amount: number
  client_secret: string | null
  redirect_url: string | null
  failure_code: string | null
  failure_message: string | null
  captured_at: number | null
  poll_at: number | null
  polls: number
  open_for: string | null
  flag: PaymentFlag | null
  /** grows with every step */
  version: number
  created_at: number
  updated_at: number
}

/** What stands for a gateway's id until the gateway has given one. */
export function pendingName(paymentId: string): string {
  return `pending:${paymentId}`
}

/** The gateway has answered the call that creates the payment. */
export function isNamed(payment: Pick<PaymentRow, 'id' | 'gateway_payment_id'>): boolean {
  return payment.gateway_payment_id !== pendingName(payment.id)
}

/** @throws NotFound */
export async function findPayment(paymentId: string): Promise<PaymentRow> {
  const payment: PaymentRow | null = await db.from('payments').where({ id: paymentId }).first()
  if (!payment) throw new NotFound()
  return payment
}
