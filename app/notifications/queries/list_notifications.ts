import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export interface FeedRow {
  id: string
  kind: string
  title: string
  body: string
  subject_id: string | null
  read_at: number | null
  created_at: number
}

export interface Feed extends Page<FeedRow> {
  unreadCount: number
}

/** A user's in-app feed, newest first, and how much of it is unread. */
export default class ListNotifications {
  async execute(userId: string, request: PageRequest & { unread?: boolean }): Promise<Feed> {
    const own = () => db.from('notifications').where({ user_id: userId })
    const query = own().select('id', 'kind', 'title', 'body', 'subject_id', 'read_at', 'created_at')
    if (request.unread) query.whereNull('read_at')
    const page = await keysetPage<FeedRow>(query, request, [
      { column: 'notifications.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    const { unread } = await own().whereNull('read_at').count('* as unread').first()
    return { ...page, unreadCount: Number(unread) }
  }
}
