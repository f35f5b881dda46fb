import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { SmsRow } from '#notifications/queries/list_messages'
import { withoutSecrets } from '#notifications/services/message_templates'

/** A text message, as its reader has it; codes are masked. */
export default class OwnSmsTransformer extends BaseTransformer<SmsRow> {
  toObject() {
    const text = this.resource
    return {
      ...this.pick(text, ['id', 'template', 'status']),
      to: text.to_number,
      body: withoutSecrets(text.body),
      sentAt: toIso(text.sent_at),
      createdAt: toIso(text.created_at),
    }
  }
}
