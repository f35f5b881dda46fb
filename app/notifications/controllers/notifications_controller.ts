import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListNotifications from '#notifications/queries/list_notifications'
import NotificationTransformer from '#notifications/transformers/notification_transformer'
import { feedValidator } from '#notifications/validators/notification'

/** The caller's in-app feed. */
@inject()
export default class NotificationsController {
  constructor(private listNotifications: ListNotifications) {}

  /** The feed, newest first (`?unread=true` for unread ones); `meta.unreadCount` counts the unread. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(feedValidator)
    const { rows, meta, unreadCount } = await this.listNotifications.execute(actor!.id, filters)
    const feedMeta = { ...meta, unreadCount }
    return serializePage(NotificationTransformer.transform(rows), feedMeta)
  }
}
