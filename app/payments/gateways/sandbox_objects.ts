/*
 * What the sandbox remembers, and how it tells Souk of it.
 */
import type {
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayPayout,
  GatewayRefund,
} from '#payments/gateways/gateway'

/** A row of the sandbox's memory. */
export interface SandboxObject {
  id: string
  kind: 'payment' | 'refund' | 'payout'
  /** a refund's payment */
  parent_id: string | null
  our_id: string
  amount: number
  refunded_amount: number
  currency: string
  status: string
  failure: string | null
  updated_at: number
}

/** The body of its web hooks. */
export interface SandboxEvent {
  id: string
  /** e.g. payment.captured */
  type: string
  /** epoch ms */
  occurredAt: number
  object: SandboxObject
}

/** One event for each change of a status: sent again, it has the same id. */
export function eventAbout(object: SandboxObject): SandboxEvent {
  return {
    id: `sev_${object.id}_${object.status}`,
    type: `${object.kind}.${object.status}`,
    occurredAt: Number(object.updated_at),
    object,
  }
}

export function asPayment(object: SandboxObject): GatewayPayment {
  const amount = Number(object.amount)
  return {
    id: object.id,
    paymentId: object.our_id,
    status: object.status as GatewayPaymentStatus,
    amount,
    currency: object.currency,
    capturedAmount: object.status === 'captured' ? amount : 0,
    ...(object.failure
      ? { failureCode: object.failure, failureMessage: 'The card was declined' }
      : {}),
  }
}

export function asRefund(object: SandboxObject): GatewayRefund {
  return {
    id: object.id,
    refundId: object.our_id,
    gatewayPaymentId: object.parent_id!,
    status: object.status as GatewayRefund['status'],
    amount: Number(object.amount),
    currency: object.currency,
    ...(object.failure ? { failureMessage: 'The bank took it not back' } : {}),
  }
}

export function asPayout(object: SandboxObject): GatewayPayout {
  return {
    id: object.id,
    withdrawalId: object.our_id,
    status: object.status as GatewayPayout['status'],
    amount: Number(object.amount),
    currency: object.currency,
    ...(object.failure ? { failureMessage: 'The bank does not know this account' } : {}),
  }
}
