import { BaseTransformer } from '@adonisjs/core/transformers'
import type { WebhookEventWithMessage } from '#payments/queries/webhook_event_rows'
import { maskedMessage } from '#payments/services/masked_message'
import { eventFacts } from '#payments/transformers/webhook_event_transformer'

/** One message of a gateway with what it says, masked. */
export default class WebhookMessageTransformer extends BaseTransformer<WebhookEventWithMessage> {
  toObject() {
    const { payload, isCut } = maskedMessage(this.resource.raw)
    return { ...eventFacts(this.resource), payload, isPayloadCut: isCut }
  }
}
