import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import MarkNotificationRead from '#notifications/actions/mark_notification_read'
import NotificationTransformer from '#notifications/transformers/notification_transformer'

/** That an entry of the feed was read. */
@inject()
export default class NotificationReadingsController {
  constructor(private markRead: MarkNotificationRead) {}

  /** Mark an entry as read; doing it again changes nothing. */
  async update({ actor, params, serialize }: HttpContext) {
    const { notificationId } = params
    const row = await this.markRead.execute({ actor: actor!, notificationId })
    return serialize(NotificationTransformer.transform(row))
  }
}
