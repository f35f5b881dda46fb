import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'
import { HOUR } from '#core/support/clock'
import type { GatewayName } from '#payments/gateways/gateway'

export const WEBHOOK_STATES = ['received', 'parked', 'done', 'ignored', 'dead'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** States that a message is still to be handled in. */
export const UNHANDLED: WebhookState[] = ['received', 'parked']

/** After this, what a message is about will not become known any more. */
export const WEBHOOK_PATIENCE = 72 * HOUR

export interface WebhookEventRow {
  id: string
  gateway: GatewayName
  event_id: string
  type: string
  object_id: string
  /** what it was found to be about when it was handled */
  payment_id: string | null
  occurred_at: number
  state: WebhookState
  attempts: number
  last_error: string | null
  handled_at: number | null
  give_up_at: number
  created_at: number
}

/** With the message itself, as it came. */
export interface WebhookEventWithMessage extends WebhookEventRow {
  raw: string
}

/** What lists show: the message itself is long, and full of people's data. */
export const WEBHOOK_EVENT_COLUMNS = [
  'id',
  'gateway',
  'event_id',
  'type',
  'object_id',
  'payment_id',
  'occurred_at',
  'state',
  'attempts',
  'last_error',
  'handled_at',
  'created_at',
]

/** @throws NotFound */
export async function findWebhookEvent(webhookEventId: string): Promise<WebhookEventWithMessage> {
  const event: WebhookEventWithMessage | null = await db
    .from('webhook_events')
    .where({ id: webhookEventId })
    .first()
  if (!event) throw new NotFound()
  return event
}
