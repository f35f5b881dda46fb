/*
 * Stripe's SDK, pointed where we want it, and what we say to it at length.
 */
import type Stripe from 'stripe'
import env from '#start/env'
import { clock } from '#core/support/clock'
import type { CreatePayment } from '#payments/gateways/gateway'
import { CALL_TIMEOUT } from '#payments/gateways/guard'
import { type VendorFailure } from '#payments/gateways/vendor_call'

/** How old a signed message may be (s). */
const TOLERANCE = 300

export interface StripeSettings {
  secretKey: string
  /** two while a secret is being replaced */
  webhookSecrets: string[]
  url: string
  /** ms */
  timeout: number
}

export const fromEnvironment = (): StripeSettings => ({
  secretKey: env.get('STRIPE_SECRET_KEY'),
  webhookSecrets: env.get('STRIPE_WEBHOOK_SECRET'),
  url: env.get('STRIPE_API_URL'),
  timeout: CALL_TIMEOUT,
})

export function explain(error: any): VendorFailure {
  return { status: error?.statusCode, why: error?.code ?? error?.message ?? 'unknown' }
}

/** The SDK is 20 MB: only a process that talks to Stripe loads it. */
export async function connect({ secretKey, url, timeout }: StripeSettings): Promise<Stripe> {
  const { default: Sdk } = await import('stripe')
  const { protocol, hostname, port } = new URL(url)
  return new Sdk(secretKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    ...(port && { port }),
    timeout,
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

export const isSession = (id: string) => id.startsWith('cs_')

/** A page of Stripe's that takes this payment. */
export function sessionOf(
  input: CreatePayment,
  units: number
): Stripe.Checkout.SessionCreateParams {
  const metadata = { payment_id: input.paymentId }
  const price = {
    currency: input.currency.toLowerCase(),
    unit_amount: units,
    product_data: { name: input.description },
  }
  return {
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: price }],
    client_reference_id: input.paymentId,
    metadata,
    payment_intent_data: {
      description: input.description,
      metadata: { ...metadata, hosted: 'yes' },
    },
    success_url: input.returnUrl,
    cancel_url: input.cancelUrl,
  }
}

/** The event, or null when this secret did not sign it within the tolerance. */
export function openedBy(stripe: Stripe, raw: string, signature: string, secret: string) {
  try {
    const now = clock.now()
    return stripe.webhooks.constructEvent(raw, signature, secret, TOLERANCE, undefined, now)
  } catch {
    return null // the SDK throws for each way in which a message is not Stripe's
  }
}
