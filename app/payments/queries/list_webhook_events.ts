import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import type { GatewayName } from '#payments/gateways/gateway'
import {
  WEBHOOK_EVENT_COLUMNS,
  type WebhookEventRow,
  type WebhookState,
} from '#payments/queries/webhook_event_rows'

interface EventFilters extends PageRequest {
  state?: WebhookState
  gateway?: GatewayName
}

/** The inbox of the gateways' messages, newest first. */
export default class ListWebhookEvents {
  async execute({ state, gateway, ...request }: EventFilters): Promise<Page<WebhookEventRow>> {
    const query = db.from('webhook_events').select(WEBHOOK_EVENT_COLUMNS)
    if (state) query.where('state', state)
    if (gateway) query.where('gateway', gateway)
    return keysetPage<WebhookEventRow>(query, request, [
      { column: 'id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}
