import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReplayWebhookEvent from '#payments/actions/replay_webhook_event'
import WebhookEventTransformer from '#payments/transformers/webhook_event_transformer'

/** Another turn for a gateway's message. */
@inject()
export default class WebhookReplaysController {
  constructor(private replayEvent: ReplayWebhookEvent) {}

  /** Handle a stored message again; what it has done already is not done twice. */
  async store({ actor, params, serialize }: HttpContext) {
    const event = await this.replayEvent.execute({
      actor: actor!,
      webhookEventId: params.eventId,
    })
    return serialize(WebhookEventTransformer.transform(event))
  }
}
