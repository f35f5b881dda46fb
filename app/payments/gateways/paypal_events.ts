/*
 * PayPal's web hooks. PayPal itself says whether it sent one (its verify call, over the bytes that
 * came); what a good one is about is then read from PayPal as it stands now, so order of arrival
 * does not matter.
 */
import { clock, DAY } from '#core/support/clock'
import type { GatewayEvent } from '#payments/gateways/gateway'
import { InvalidSignature } from '#payments/errors'
import { postText, type Paypal } from '#payments/gateways/paypal_client'
import { parsed } from '#payments/gateways/vendor_call'

const VERIFY = '/v1/notifications/verify-webhook-signature'

/** PayPal tries for three days; what was sent longer ago is an old message shown again. */
const OLDEST = 4 * DAY

/** Its certificates come from nowhere else. We never fetch one: PayPal does. */
const CERTIFICATE =
  /^https:\/\/api(?:-m)?(?:\.sandbox)?\.paypal\.com\/v1\/notifications\/certs\/[\w-]+$/

/** What arrived, when it can have come from PayPal at all. */
export interface Arrival {
  event: any
  /** body of the verify call; the message stands in it as it came */
  question: string
}

/** @throws InvalidSignature when a header is missing or the body is no message */
export function arrivalOf(
  raw: string,
  headers: Record<string, string | undefined>,
  webhookId: string
): Arrival {
  const signed = {
    auth_algo: headers['paypal-auth-algo'],
    cert_url: headers['paypal-cert-url'],
    transmission_id: headers['paypal-transmission-id'],
    transmission_sig: headers['paypal-transmission-sig'],
    transmission_time: headers['paypal-transmission-time'],
    webhook_id: webhookId,
  }
  const sentAt = Date.parse(signed.transmission_time ?? '')
  const isRecent = sentAt > clock.now() - OLDEST
  const event = messageIn(raw)
  if (!isRecent || !event || Object.values(signed).some((part) => !part))
    throw new InvalidSignature()
  if (!CERTIFICATE.test(signed.cert_url!)) throw new InvalidSignature()
  /* `raw` is one JSON value, so it can stand in a JSON text as it is */
  const question = `${JSON.stringify(signed).slice(0, -1)},"webhook_event":${raw}}`
  return { event, question }
}

function messageIn(raw: string): any {
  try {
    const event = JSON.parse(raw)
    return event?.id && event.event_type && event.resource ? event : null
  } catch {
    return null // not JSON: not from PayPal
  }
}

/** Asks PayPal whether it signed this message. */
export async function isSigned({ client }: Paypal, { question }: Arrival): Promise<boolean> {
  try {
    const answer = parsed('paypal', await postText(client, VERIFY, question))
    return answer.verification_status === 'SUCCESS'
  } catch (error: any) {
    /* it cannot even read these headers as its own */
    if (error.statusCode === 400 || error.statusCode === 422) return false
    throw error
  }
}

export function eventOf(event: any): GatewayEvent {
  const { resource } = event
  return {
    id: String(event.id),
    type: String(event.event_type),
    objectId: String(resource.id ?? resource.dispute_id ?? event.id),
    occurredAt: Date.parse(event.create_time) || clock.now(),
  }
}

/** The id at the end of the link with this relation; the link itself is never followed. */
export function linkedId(resource: any, relation: string): string | undefined {
  const links: any[] = Array.isArray(resource.links) ? resource.links : []
  const href = links.find(({ rel }) => rel === relation)?.href
  return /\/([A-Za-z0-9-]{1,40})$/.exec(String(href))?.[1]
}
