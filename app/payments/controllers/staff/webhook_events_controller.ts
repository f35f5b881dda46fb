import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListWebhookEvents from '#payments/queries/list_webhook_events'
import { findWebhookEvent } from '#payments/queries/webhook_event_rows'
import WebhookEventTransformer from '#payments/transformers/webhook_event_transformer'
import WebhookMessageTransformer from '#payments/transformers/webhook_message_transformer'
import { listWebhookEventsValidator } from '#payments/validators/payment'

/** The inbox of the gateways' messages. */
@inject()
export default class WebhookEventsController {
  constructor(private listEvents: ListWebhookEvents) {}

  /** Messages of the gateways and what became of them, newest first. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listWebhookEventsValidator)
    const page = await this.listEvents.execute(filters)
    return serializePage(WebhookEventTransformer.transform(page.rows), page.meta)
  }

  /** One message: what became of it, and what it says, without what is about people and cards. */
  async show({ params, serialize }: HttpContext) {
    return serialize(WebhookMessageTransformer.transform(await findWebhookEvent(params.eventId)))
  }
}
