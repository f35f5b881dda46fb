import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListMessages from '#notifications/queries/list_messages'
import OwnEmailTransformer from '#notifications/transformers/own_email_transformer'
import OwnSmsTransformer from '#notifications/transformers/own_sms_transformer'
import { messagesValidator } from '#notifications/validators/notification'

/** The mails and texts that the caller was sent. */
@inject()
export default class OwnMessagesController {
  constructor(private listMessages: ListMessages) {}

  /** Mails to the caller, newest first; codes and links in them are masked. */
  async emails({ actor, request, serializePage }: HttpContext) {
    const page = await request.validateUsing(messagesValidator)
    const { rows, meta } = await this.listMessages.emails(actor!.id, page)
    return serializePage(OwnEmailTransformer.transform(rows), meta)
  }

  /** Texts to the caller, newest first; codes in them are masked. */
  async texts({ actor, request, serializePage }: HttpContext) {
    const page = await request.validateUsing(messagesValidator)
    const { rows, meta } = await this.listMessages.texts(actor!.id, page)
    return serializePage(OwnSmsTransformer.transform(rows), meta)
  }
}
