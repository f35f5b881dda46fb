import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { FeedRow } from '#notifications/queries/list_notifications'

/** One entry of the feed, as its owner sees it. */
export default class NotificationTransformer extends BaseTransformer<FeedRow> {
  toObject() {
    const row = this.resource
    return {
      ...this.pick(row, ['id', 'kind', 'title', 'body']),
      subjectId: row.subject_id,
      isRead: row.read_at !== null,
      readAt: toIso(row.read_at),
      createdAt: toIso(row.created_at),
    }
  }
}
