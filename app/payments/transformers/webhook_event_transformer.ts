import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { WebhookEventRow } from '#payments/queries/webhook_event_rows'

/** A gateway's message as lists show it; what it says stays in the database. */
export default class WebhookEventTransformer extends BaseTransformer<WebhookEventRow> {
  toObject() {
    return eventFacts(this.resource)
  }
}

/** What became of a message. */
export function eventFacts(event: WebhookEventRow) {
  return {
    id: event.id,
    gateway: event.gateway,
    eventId: event.event_id,
    type: event.type,
    objectId: event.object_id,
    paymentId: event.payment_id,
    state: event.state,
    attempts: Number(event.attempts),
    lastError: event.last_error,
    occurredAt: toIso(event.occurred_at),
    receivedAt: toIso(event.created_at),
    handledAt: toIso(event.handled_at),
  }
}
