import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { EmailRow } from '#notifications/queries/list_messages'
import { withoutSecrets } from '#notifications/services/message_templates'

/** A mail, as its reader has it; codes and links are masked. */
export default class OwnEmailTransformer extends BaseTransformer<EmailRow> {
  toObject() {
    const mail = this.resource
    return {
      ...this.pick(mail, ['id', 'subject', 'template', 'status']),
      to: mail.to_address,
      body: withoutSecrets(mail.body),
      sentAt: toIso(mail.sent_at),
      createdAt: toIso(mail.created_at),
    }
  }
}
