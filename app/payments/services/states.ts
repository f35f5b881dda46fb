/*
 * Where a payment may go from where it stands. News comes late, twice and in any order, so it only
 * leads forward: a failure belongs to one attempt and is undone by a later success, and nothing
 * undoes a capture.
 */
import type { GatewayPaymentStatus } from '#payments/gateways/gateway'

export const PAYMENT_MOVES = {
  created: ['requires_action', 'pending', 'authorised', 'captured', 'failed', 'cancelled'],
  requires_action: ['pending', 'authorised', 'captured', 'failed', 'cancelled'],
  pending: ['authorised', 'captured', 'failed', 'cancelled'],
  authorised: ['captured', 'failed', 'cancelled'],
  failed: ['authorised', 'captured', 'cancelled'],
  cancelled: ['captured'],
  captured: [],
} as const satisfies Record<GatewayPaymentStatus, readonly GatewayPaymentStatus[]>

export const PAYMENT_STATUSES = Object.keys(PAYMENT_MOVES) as GatewayPaymentStatus[]

/** May still be paid without another attempt. */
export const LIVE_PAYMENT: GatewayPaymentStatus[] = [
  'created',
  'requires_action',
  'pending',
  'authorised',
]

/** Stripe's intents are open again after a failure: an end is told to the gateway of these, too. */
export const UNENDED_PAYMENT: GatewayPaymentStatus[] = [...LIVE_PAYMENT, 'failed']

/** The statuses that `to` may follow. */
export function sourcesOf(to: GatewayPaymentStatus): GatewayPaymentStatus[] {
  return PAYMENT_STATUSES.filter((from) =>
    (PAYMENT_MOVES[from] as readonly GatewayPaymentStatus[]).includes(to)
  )
}
