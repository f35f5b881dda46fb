import db from '@adonisjs/lucid/services/db'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { mergedPage, type Page, type PageRequest } from '#core/support/page'
import type { GatewayName } from '#payments/gateways/gateway'
import { findPayment, type PaymentRow } from '#payments/queries/payment_rows'
import {
  WEBHOOK_EVENT_COLUMNS,
  type WebhookEventRow,
  type WebhookState,
} from '#payments/queries/webhook_event_rows'

export interface EventFilters extends Window {
  state?: WebhookState
  gateway?: GatewayName
  /** only what is about this one: itself, its refunds and its disputes */
  paymentId?: string
}

/** The inbox of the gateways' messages, newest first. */
export default class ListWebhookEvents {
  /** @throws NotFound for a payment that is not there */
  async execute({
    limit,
    cursor,
    count,
    ...filters
  }: EventFilters & PageRequest): Promise<Page<WebhookEventRow>> {
    const queries = filters.paymentId
      ? eventsOfPayment(await findPayment(filters.paymentId), filters)
      : [webhookEvents(filters)]
    return mergedPage<WebhookEventRow>(queries, { limit, cursor, count }, [
      { column: 'id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}

/** Messages by any filters but the payment. */
export function webhookEvents({ state, gateway, ...window }: EventFilters) {
  const query = db.from('webhook_events').select(WEBHOOK_EVENT_COLUMNS)
  if (state) query.where('state', state)
  if (gateway) query.where('gateway', gateway)
  whereMadeWithin(query, 'webhookEvent', window)
  return query
}

/** What was handled knows its payment; what still waits for that may name it. */
export function eventsOfPayment(payment: PaymentRow, filters: EventFilters) {
  const named = { gateway: payment.gateway, object_id: payment.gateway_payment_id }
  return [
    webhookEvents(filters).where('payment_id', payment.id),
    webhookEvents(filters).whereNull('payment_id').where(named),
  ]
}
