/*
 * What Razorpay's form and the client's app have to do with us: the app opens the form with our
 * public key, and brings back what the form gave it.
 */
import env from '#start/env'
import { InvalidSignature } from '#payments/errors'
import { isSignedBy } from '#payments/gateways/razorpay_client'

export interface RazorpayReturn {
  orderId: string
  /** Razorpay's, of the attempt that succeeded */
  paymentId: string
  signature: string
}

/** Public: names our account in the form. */
export function razorpayKeyId(): string {
  return env.get('RAZORPAY_KEY_ID')
}

/**
 * Checks that Razorpay itself told the app so.
 *
 * @throws InvalidSignature (400)
 */
export function assertReturned({ orderId, paymentId, signature }: RazorpayReturn): void {
  const secret = env.get('RAZORPAY_KEY_SECRET')
  if (!secret || !isSignedBy(secret, `${orderId}|${paymentId}`, signature))
    throw new InvalidSignature()
}
