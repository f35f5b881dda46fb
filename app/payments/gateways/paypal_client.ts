/*
 * PayPal's SDK, pointed where we want it. The SDK knows two worlds by name and takes no address, so
 * its HTTP adapter exchanges the host; the token it fetches goes the same way. Two calls it has no
 * method for (verifying a web hook) use its own request builder, and with it its token.
 */
import type { Client } from '@paypal/paypal-server-sdk'
import env from '#start/env'
import { CALL_TIMEOUT } from '#payments/gateways/guard'
import { ANSWER_LIMIT, type VendorFailure } from '#payments/gateways/vendor_call'

export interface PaypalSettings {
  clientId: string
  clientSecret: string
  /** PayPal's id of our web hook: part of what it signs */
  webhookId: string
  url: string
  /** ms */
  timeout: number
}

export const fromEnvironment = (): PaypalSettings => ({
  clientId: env.get('PAYPAL_CLIENT_ID'),
  clientSecret: env.get('PAYPAL_CLIENT_SECRET'),
  webhookId: env.get('PAYPAL_WEBHOOK_ID'),
  url: env.get('PAYPAL_API_URL'),
  timeout: CALL_TIMEOUT,
})

/** The SDK is 16 MB: only a process that talks to PayPal loads it. */
export async function connect(settings: PaypalSettings) {
  const [sdk, { default: axios }] = await Promise.all([
    import('@paypal/paypal-server-sdk'),
    import('axios'),
  ])
  const http = axios.getAdapter('http')
  const adapter = (config: any) =>
    http({
      ...config,
      url: config.url.replace(/^https:\/\/[^/]+/, settings.url),
      maxRedirects: 0,
      maxContentLength: ANSWER_LIMIT,
    })
  const client = new sdk.Client({
    clientCredentialsAuthCredentials: {
      oAuthClientId: settings.clientId,
      oAuthClientSecret: settings.clientSecret,
    },
    environment: sdk.Environment.Production,
    timeout: settings.timeout,
    httpClientOptions: { timeout: settings.timeout, retryConfig: { maxNumberOfRetries: 0 } as any },
    unstable_httpClientOptions: { adapter },
  })
  return {
    client,
    orders: new sdk.OrdersController(client),
    payments: new sdk.PaymentsController(client),
    transactions: new sdk.TransactionSearchController(client),
  }
}

export type Paypal = Awaited<ReturnType<typeof connect>>

/** Sends a body exactly as it is written, and gives the answer's text. */
export async function postText(client: Client, path: string, body: string): Promise<string> {
  const request = client.getRequestBuilderFactory()('POST', path)
  request.header('Content-Type', 'application/json')
  request.text(body)
  request.authenticate([{ oauth2: true }])
  return (await request.callAsText()).result
}

/** PayPal's own word for what is wrong, with its explanation. */
export function issueOf(error: any): { issue?: string; description?: string } {
  try {
    const body = JSON.parse(error.body)
    const { issue, description } = body.details?.[0] ?? {}
    return { issue: issue ?? body.name, description: description ?? body.message }
  } catch {
    return {} // an answer without PayPal's envelope, or no answer at all
  }
}

export function explain(error: any): VendorFailure {
  const { issue, description } = issueOf(error)
  return { status: error?.statusCode, why: issue ?? description ?? error?.message ?? 'unknown' }
}
