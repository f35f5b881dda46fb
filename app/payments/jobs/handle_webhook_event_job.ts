import { Job, URGENT, type Delivery } from '#core/outbox/job'
import HandleWebhookEvent from '#payments/actions/handle_webhook_event'

/** Does what a gateway's message says; may ask the gateway first. */
export default class HandleWebhookEventJob extends Job<{ webhookEventId: string }> {
  static queue = URGENT

  async handle(payload: { webhookEventId: string }, delivery: Delivery) {
    await new HandleWebhookEvent().execute(payload, (trx) => delivery.finish(trx))
  }
}
