/*
 * What Souk wants of a payment gateway. One driver per vendor stands behind it, on the vendor's own
 * SDK; the rest of the code knows only these words. Calls never run inside a transaction, end within
 * 10 s, and carry a key that makes a repeated call the same call.
 */
export const GATEWAYS = ['sandbox', 'stripe', 'paypal', 'razorpay'] as const
export type GatewayName = (typeof GATEWAYS)[number]

/** Where a payment stands at the gateway; ranked, so that old news never undoes newer. */
export type GatewayPaymentStatus =
  'created' | 'requires_action' | 'pending' | 'authorised' | 'captured' | 'failed' | 'cancelled'

export interface GatewayPayment {
  /** the gateway's id of it */
  id: string
  /** our payment's id, when the gateway carries it along */
  paymentId?: string
  status: GatewayPaymentStatus
  /** integer minor units */
  amount: number
  currency: string
  /** minor units */
  capturedAmount: number
  failureCode?: string
  failureMessage?: string
  /** what the client's app finishes the payment with */
  clientSecret?: string
  /** or where it sends the client */
  redirectUrl?: string
}

export interface GatewayRefund {
  id: string
  /** our refund's id, when the gateway carries it along */
  refundId?: string
  /** the gateway's id of the payment */
  gatewayPaymentId: string
  status: 'pending' | 'succeeded' | 'failed'
  amount: number
  currency: string
  failureMessage?: string
}

export interface GatewayDispute {
  id: string
  gatewayPaymentId: string
  status: 'open' | 'won' | 'lost'
  amount: number
  currency: string
  reason: string
}

export interface GatewayPayout {
  id: string
  /** our withdrawal's id */
  withdrawalId?: string
  status: 'pending' | 'paid' | 'failed'
  amount: number
  currency: string
  failureMessage?: string
}

/** One verified message of a gateway. */
export interface GatewayEvent {
  /** the gateway's id of the message: a repeated delivery has the same */
  id: string
  /** the gateway's own word for it */
  type: string
  /** the gateway's id of what it is about */
  objectId: string
  /** epoch ms */
  occurredAt: number
}

/** What a stored event means, in our words; `other` is kept and ignored. */
export type GatewayNews =
  | { about: 'payment'; payment: GatewayPayment }
  | { about: 'refund'; refund: GatewayRefund }
  | { about: 'dispute'; dispute: GatewayDispute }
  | { about: 'payout'; payout: GatewayPayout }
  /** one message about several payments */
  | { about: 'several'; news: GatewayNews[] }
  | { about: 'other' }

export interface CreatePayment {
  /** the same key, the same payment: our payment's id */
  key: string
  paymentId: string
  amount: number
  currency: string
  description: string
  /** a page of the gateway's own (Stripe Checkout, PayPal approval) rather than a form in the app */
  isHosted?: boolean
  returnUrl: string
  cancelUrl: string
}

export interface CreateRefund {
  /** gateways forget keys after a day, some sooner */
  key: string
  refundId: string
  /** asked for before, maybe long ago: the driver looks whether it was made before it makes one */
  isRepeat?: boolean
  gatewayPaymentId: string
  amount: number
  currency: string
}

export interface CreatePayout {
  key: string
  withdrawalId: string
  amount: number
  currency: string
  /** decrypted payout details of the partner */
  destination: Record<string, unknown>
}

/**
 * Every method may throw GatewayRefused (the gateway said no: nothing has happened) or
 * GatewayUnavailable (no answer, or an unreadable one: it may have happened, ask again with the
 * same key). A declined card is an answer, not an error.
 */
export interface Gateway {
  readonly name: GatewayName

  createPayment(input: CreatePayment): Promise<GatewayPayment>
  /** null when the gateway does not know it */
  getPayment(gatewayPaymentId: string): Promise<GatewayPayment | null>
  /** for gateways that capture on our word (PayPal); the others just tell how it stands */
  capturePayment(gatewayPaymentId: string, key: string): Promise<GatewayPayment>
  cancelPayment(gatewayPaymentId: string, key: string): Promise<GatewayPayment>
  /** everything that was captured in a window of time (epoch ms), for reconciliation */
  listPayments(from: number, to: number): AsyncIterable<GatewayPayment>

  createRefund(input: CreateRefund): Promise<GatewayRefund>
  getRefund(gatewayRefundId: string, gatewayPaymentId: string): Promise<GatewayRefund | null>

  /** absent: withdrawals are paid by hand and their reference typed in */
  createPayout?(input: CreatePayout): Promise<GatewayPayout>
  getPayout?(gatewayPayoutId: string): Promise<GatewayPayout | null>

  /**
   * Checks the signature over the raw bytes.
   *
   * @throws InvalidSignature (400)
   */
  verifyEvent(raw: string, headers: Record<string, string | undefined>): Promise<GatewayEvent>
  /** Reads a stored event; may ask the gateway for the object when order of arrival matters. */
  readEvent(raw: string): Promise<GatewayNews>
}
