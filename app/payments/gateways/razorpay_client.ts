/*
 * Razorpay's SDK, pointed where we want it. It takes neither an address nor a timeout, and trips over
 * failures without an answer: its axios instance is set up for that here.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type Razorpay from 'razorpay'
import env from '#start/env'
import { CALL_TIMEOUT } from '#payments/gateways/guard'
import { ANSWER_LIMIT, type VendorFailure } from '#payments/gateways/vendor_call'

export interface RazorpaySettings {
  keyId: string
  keySecret: string
  /** two while a secret is being replaced: Razorpay signs repeats with the old one */
  webhookSecrets: string[]
  url: string
  /** ms */
  timeout: number
}

export const fromEnvironment = (): RazorpaySettings => ({
  keyId: env.get('RAZORPAY_KEY_ID'),
  keySecret: env.get('RAZORPAY_KEY_SECRET'),
  webhookSecrets: env.get('RAZORPAY_WEBHOOK_SECRET'),
  url: env.get('RAZORPAY_API_URL'),
  timeout: CALL_TIMEOUT,
})

/**
 * The SDK is loaded only by a process that talks to Razorpay.
 *
 * @param headers of every call; the SDK has none per call
 */
export async function connect(
  settings: RazorpaySettings,
  headers: Record<string, string> = {}
): Promise<Razorpay> {
  const { default: Sdk } = await import('razorpay')
  const client = new Sdk({ key_id: settings.keyId, key_secret: settings.keySecret })
  const { rq } = (client as any).api
  Object.assign(rq.defaults, {
    baseURL: settings.url,
    timeout: settings.timeout,
    maxRedirects: 0,
    maxContentLength: ANSWER_LIMIT,
  })
  Object.assign(rq.defaults.headers, headers)
  /* the SDK reads error.response without looking whether there is one */
  rq.interceptors.response.use(undefined, (error: any) => {
    error.response ??= { status: 0, data: { error: { description: error.code } } }
    throw error
  })
  return client
}

export function explain(error: any): VendorFailure {
  const { description, code } = error?.error ?? {}
  return { status: error?.statusCode, why: description ?? code ?? error?.message ?? 'unknown' }
}

/** Razorpay says 400 where others say 404. */
export function unknownIsNull(error: any): null {
  const { status, why } = explain(error)
  const isUnknown = status === 400 && /does not exist|not a valid id/i.test(why)
  if (isUnknown || status === 404) return null
  throw error
}

/** In constant time, which the SDK's own comparison is not. */
export function isSignedBy(secret: string, text: string, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest()
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(signature) ? signature : '', 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
